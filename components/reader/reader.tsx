import { useEffect, useRef, useState } from 'preact/hooks'
import { language } from '@/utils/i18n/language'
import { tReader as t } from '@/utils/i18n/reader'
import { Action } from '../controls/action'
import { articleStyle } from './article-style'
import { ArticleView } from './article-view'
import { Lacking } from './lacking'
import { Panel } from './panel'
import { type ReaderWords, useReader } from './use-reader'
import { useSurroundings } from './use-surroundings'

interface Props {
  /** What the page's address asks for. */
  readonly search: string
}

/** An article by itself, in calm type. Empty until it is there, so that nothing jumps. */
export function Reader({ search }: Props) {
  const reader = useReader(search, WORDS)
  const { text, lack, page, preferences } = reader
  const around = useSurroundings(page)
  const [changing, setChanging] = useState(false)
  const toPage = useRef<() => void>(() => {})
  const theme = preferences?.theme ?? 'dark'
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    if (text) document.title = text.article.title
  }, [text])

  if (lack) return <Lacking lack={lack} reader={reader} />
  if (!text || !preferences || !around) return <p class="finding">{t('finding')}</p>
  const style = articleStyle(around.options)
  return (
    <div class={changing ? 'reader changing' : 'reader'} style={style}>
      <header>
        <Action label={t('backToPage')} usable onPress={() => toPage.current()} />
        <button type="button" aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {t('change')}
        </button>
      </header>
      {changing && <Panel text={text} reader={reader} preferences={preferences} around={around} />}
      <ArticleView
        key={text.page.url}
        {...{ text, preferences, style, changing, toPage }}
        words={WORDS}
        blockMinutes={around.blockMinutes}
      />
    </div>
  )
}

const WORDS: ReaderWords = {
  table: t('table'),
  openPicture: t('openPicture'),
  pick: {
    language: language(),
    name: t('pickPart'),
    how: t('pickHow'),
    take: t('pickTake'),
    larger: t('pickLarger'),
    smaller: t('pickSmaller'),
    back: t('goBack'),
  },
}
