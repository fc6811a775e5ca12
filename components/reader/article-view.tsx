import type { RefObject } from 'preact'
import { useCallback, useRef, useState } from 'preact/hooks'
import { tReader as t } from '@/utils/i18n/reader'
import { passageWith } from '@/utils/reader/find-text'
import type { ReaderPreferences } from '@/utils/reader/preferences'
import type { ArticleWords } from '@/utils/reader/sanitise'
import { Action } from '../controls/action'
import { useAloud } from './use-aloud'
import { usePageSync } from './use-page-sync'
import { usePictures } from './use-pictures'
import { usePortions } from './use-portions'
import type { Text } from './use-reader'
import { useRemembered } from './use-remembered'
import { useSteps } from './use-steps'

interface Props {
  readonly text: Text
  readonly preferences: ReaderPreferences
  /** What decides how large the text is. */
  readonly style: Record<string, string>
  readonly words: ArticleWords
  /** Minutes of one block of energy. */
  readonly blockMinutes: number
  readonly changing: boolean
  /** Is given what goes to the page. */
  readonly toPage: RefObject<() => void>
}

/** One portion of an article, and the way on. */
export function ArticleView({ text, preferences, style, words, blockMinutes, changing, toPage }: Props) {
  const { article, content, passages, inView } = text
  const { portions: inPortions, speed, showProgress, voices, rate } = preferences
  const view = useRef<HTMLElement | null>(null)
  const [returnTo, setReturnTo] = useState<number | null>(null)
  const { at, total, atEnd, fillsBlock, passage, goTo, step } = usePortions(view, {
    article,
    content,
    passages,
    begin: Math.max(0, passageWith(passages, inView)),
    inPortions,
    blockWords: blockMinutes * speed,
    looks: JSON.stringify(style),
    changing,
  })
  const was = useRemembered(text, passage, atEnd)
  const aloud = useAloud(article.lang, voices[article.lang], rate)
  const { stop } = aloud

  const goOn = useCallback(
    (by: 1 | -1) => {
      stop()
      step(by)
      // A screen reader goes on from here, and the next press of a key goes on again.
      view.current?.focus({ preventScroll: true })
      scrollTo(0, 0)
    },
    [stop, step],
  )
  useSteps(inPortions, { runs: article, step: goOn, stop })
  const goToPage = usePageSync(text, passage, goTo)
  toPage.current = () => void goToPage()

  usePictures(text, view, words)

  const followLink = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    const target =
      link && content.querySelector(`[id="${CSS.escape(link.getAttribute('href')?.slice(1) ?? '')}"]`)
    if (!link || !target || !inPortions) return
    event.preventDefault()
    const index = passages.findIndex(({ to }) => isBefore(target, to.node, to.offset))
    if (index < 0) return
    setReturnTo(passage)
    goTo(index)
  }

  return (
    <>
      <main class={`place ${article.writingMode}`}>
        {at > 0 && inPortions && <h1 class="unseen">{article.title}</h1>}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: links within take keys by themselves. */}
        <article ref={view} class="article" aria-label={t('article')} tabIndex={-1} onClick={followLink} />
      </main>
      <footer>
        <div class="said" role="status">
          {aloud.trouble && <p>{t(aloud.trouble)}</p>}
          {was !== null && !aloud.trouble && (
            <p>
              {t('wereHere')} <Action label={t('goThere')} usable onPress={() => goTo(was)} />
            </p>
          )}
          {was === null && !aloud.trouble && inPortions && <Said end={atEnd} rest={fillsBlock} />}
          {showProgress && inPortions && total !== null && (
            <p>{t('progress', String(at + 1), String(total))}</p>
          )}
        </div>
        <nav class="steps" aria-label={t('steps')}>
          {inPortions && (
            <>
              <Action label={t('goBack')} usable={at > 0} onPress={() => goOn(-1)} />
              <Action label={t('goOn')} usable={!atEnd} onPress={() => goOn(1)} />
            </>
          )}
          {returnTo !== null && (
            <Action
              label={t('returnToText')}
              usable
              onPress={() => {
                goTo(returnTo)
                setReturnTo(null)
              }}
            />
          )}
          <Action
            label={t('readAloud')}
            usable
            pressed={aloud.speaking}
            onPress={() => aloud.toggle(view.current)}
          />
        </nav>
      </footer>
    </>
  )
}

function Said({ end, rest }: { readonly end: boolean; readonly rest: boolean }) {
  if (end) return <p>{t('theEnd')}</p>
  return rest ? <p>{t('goodPlaceToRest')}</p> : null
}

/** Whether an element begins before a place. */
function isBefore(element: Element, node: Node, offset: number): boolean {
  const range = document.createRange()
  range.setStart(node, offset)
  return range.comparePoint(element, 0) < 0
}
