import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Article } from '@/utils/reader/article'
import { beginningOf, measureIn } from '@/utils/reader/measure'
import type { Passage } from '@/utils/reader/passages'
import { type Portion, portionsOf, portionWith } from '@/utils/reader/portions'
import { copyOf } from '@/utils/reader/show-passages'

interface Given {
  readonly article: Article
  readonly content: HTMLElement
  readonly passages: readonly Passage[]
  /** Where to begin: the index of a passage. */
  readonly begin: number
  readonly inPortions: boolean
  /** Words that are read in one block of energy. */
  readonly blockWords: number
  /** Changes with everything that changes how large the text is. */
  readonly looks: string
  /** While the controls are open the text has less room than it will have. */
  readonly changing: boolean
}

export interface Portions {
  /** The portion that is shown, from 0. */
  readonly at: number
  /** How many there are; null while only the beginning has been measured. */
  readonly total: number | null
  /** Nothing comes after it. */
  readonly atEnd: boolean
  /** A block of energy ends with it. */
  readonly fillsBlock: boolean
  /** The first passage that is shown. */
  readonly passage: number
  /** Shows the portion that holds a passage. */
  goTo(passage: number): void
  step(by: 1 | -1): void
}

/** The least room that a portion is made for, in lines: on a very small screen the page scrolls instead. */
const MIN_LINES = 8

/** After that the rest of an article is measured, whatever else goes on, ms. */
const PATIENCE_MS = 500

/**
 * Divides an article by the room there is for it, and shows one portion of it in `view`, or all. Where the person begins
 * at its beginning that is measured first and shown, and the rest as soon as it has been painted.
 */
export function usePortions(view: RefObject<HTMLElement | null>, given: Given): Portions {
  const { article, content, passages, inPortions, blockWords, looks, changing } = given
  const [passage, goTo] = useState(given.begin)
  const [portions, setPortions] = useState<readonly Portion[]>([])
  const [isWhole, setIsWhole] = useState(false)
  const [room, setRoom] = useState(0)
  /** What the effects below look at as it is, and do not follow. */
  const now = useRef({ passage, inPortions, isWhole })
  now.current = { passage, inPortions, isWhole }

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks stands for the style, which decides how high a line is.
  useLayoutEffect(() => {
    if (changing) return
    const measure = () => setRoom(roomIn(view.current, article.writingMode !== 'horizontal-tb'))
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [view, article, changing, looks])

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks stands for the style, which decides what is measured.
  useLayoutEffect(() => {
    const shown = view.current
    if (!shown || room === 0) return
    const limits = { size: room, words: blockWords }
    const measureAll = () => {
      if (!now.current.inPortions) shown.replaceChildren(content)
      setPortions(portionsOf(measureIn(shown, content, passages, article.writingMode), limits))
      setIsWhole(true)
    }
    const { passage, inPortions, isWhole } = now.current
    const beginning =
      inPortions && !isWhole ? beginningOf(shown, content, passages, article, limits) : ([] as const)
    if ((beginning.at(-1)?.to ?? 0) <= passage) return measureAll()
    setPortions(beginning)
    const idle = requestIdleCallback(measureAll, { timeout: PATIENCE_MS })
    return () => cancelIdleCallback(idle)
  }, [view, content, passages, article, room, blockWords, looks])

  const at = portionWith(portions, passage)
  const { from = -1, to = -1, fillsBlock = false } = portions[at] ?? {}
  useLayoutEffect(() => {
    const shown = view.current
    if (!shown || from < 0) return
    if (!inPortions) {
      if (shown.firstChild !== content) shown.replaceChildren(content)
      return
    }
    const shell = content.cloneNode(false) as HTMLElement
    shell.append(copyOf(content, passages.slice(from, to)))
    shown.replaceChildren(shell)
    shown.parentElement?.scrollTo(0, 0)
  }, [view, content, passages, from, to, inPortions])

  const before = portions[at - 1]?.from
  const step = useCallback(
    (by: 1 | -1) => {
      // Where only the beginning has been measured, the rest follows before long.
      if (by === 1 && to >= 0 && to < passages.length) goTo(to)
      if (by === -1 && before !== undefined) goTo(before)
    },
    [passages, to, before],
  )
  return {
    at,
    total: isWhole ? portions.length : null,
    atEnd: isWhole && at >= portions.length - 1,
    fillsBlock,
    passage: Math.max(0, from),
    goTo,
    step,
  }
}

/** @returns how far a portion may reach, CSS pixels: what its place has, and never less than some lines. */
function roomIn(view: HTMLElement | null, vertical: boolean): number {
  const place = view?.parentElement
  if (!view || !place) return 0
  const { lineHeight, fontSize } = getComputedStyle(view)
  const line = Number.parseFloat(lineHeight)
  // What is measured of a sentence are its letters; half of this is above its first line, half below its last.
  const leading = Math.max(0, line - Number.parseFloat(fontSize))
  const { paddingTop, paddingBottom, paddingLeft, paddingRight } = getComputedStyle(place)
  const paddings = vertical ? [paddingLeft, paddingRight] : [paddingTop, paddingBottom]
  const padding = paddings.reduce((sum, length) => sum + Number.parseFloat(length), 0)
  // What stands in it now may have made its place larger.
  view.hidden = true
  const size = vertical ? place.clientWidth : place.clientHeight
  view.hidden = false
  return Math.max(size - padding - leading, MIN_LINES * line)
}
