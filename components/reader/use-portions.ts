import type { RefObject } from 'preact'
import { useCallback, useLayoutEffect, useMemo, useState } from 'preact/hooks'
import type { Article } from '@/utils/reader/article'
import { piecesOf } from '@/utils/reader/measure'
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
  readonly portions: readonly Portion[]
  /** The portion that is shown. */
  readonly at: number
  /** The first passage that is shown. */
  readonly passage: number
  /** Shows the portion that holds a passage. */
  goTo(passage: number): void
  step(by: 1 | -1): void
}

/** The least room that a portion is made for, in lines: on a very small screen the page scrolls instead. */
const MIN_LINES = 8

/**
 * Divides an article by the room there is for it, and shows one portion of it in `view`, or all. Nothing is painted
 * between: the whole is laid out, measured, and taken away in one task.
 */
export function usePortions(view: RefObject<HTMLElement | null>, given: Given): Portions {
  const { article, content, passages, inPortions, blockWords, looks, changing } = given
  const [passage, goTo] = useState(given.begin)
  const [portions, setPortions] = useState<readonly Portion[]>([])
  const [room, setRoom] = useState(0)

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
    shown.replaceChildren(content)
    const pieces = piecesOf(content, passages, article.writingMode)
    setPortions(portionsOf(pieces, { size: room, words: blockWords }))
  }, [view, content, passages, article, room, blockWords, looks])

  const at = portionWith(portions, passage)
  const portion = portions[at]
  useLayoutEffect(() => {
    const shown = view.current
    if (!shown || !portion) return
    if (!inPortions) {
      if (shown.firstChild !== content) shown.replaceChildren(content)
      return
    }
    const shell = content.cloneNode(false) as HTMLElement
    shell.append(copyOf(content, passages.slice(portion.from, portion.to)))
    shown.replaceChildren(shell)
    shown.parentElement?.scrollTo(0, 0)
  }, [view, content, passages, portion, inPortions])

  const step = useCallback(
    (by: 1 | -1) => {
      const next = portions[at + by]
      if (next) goTo(next.from)
    },
    [portions, at],
  )
  return useMemo(
    () => ({ portions, at, passage: portion?.from ?? 0, goTo, step }),
    [portions, at, portion, step],
  )
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
