import type { WritingMode } from './article'
import type { Passage } from './passages'
import type { Piece } from './portions'
import { rangeOver } from './show-passages'
import { countWords } from './words'

/**
 * Measures passages of an article that is laid out in the page, whole.
 *
 * @returns where each begins and ends in the direction in which lines follow each other.
 */
export function piecesOf(article: Element, passages: readonly Passage[], mode: WritingMode): Piece[] {
  const box = article.getBoundingClientRect()
  const extent = extentIn(mode, box)
  let reached = 0
  return passages.map(({ from, to, text, leads, closes }) => {
    const [start, end] = extent(rangeOver(from, to).getBoundingClientRect())
    // What has no box of its own, such as a line of white space, stands where the one before it ended.
    const seen = end > start
    const piece = {
      start: seen ? start : reached,
      end: seen ? end : reached,
      words: countWords(text),
      leads,
      closes,
    }
    reached = Math.max(reached, piece.end)
    return piece
  })
}

function extentIn(mode: WritingMode, box: DOMRect): (rect: DOMRect) => [start: number, end: number] {
  switch (mode) {
    case 'horizontal-tb':
      return ({ top, bottom }) => [top - box.top, bottom - box.top]
    case 'vertical-rl':
      return ({ left, right }) => [box.right - right, box.right - left]
    case 'vertical-lr':
      return ({ left, right }) => [left - box.left, right - box.left]
  }
}
