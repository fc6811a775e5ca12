import type { Article, WritingMode } from './article'
import { bare } from './find-text'
import { type Passage, passagesOf } from './passages'
import { type Piece, type Portion, type PortionLimits, portionsOf } from './portions'
import { copyOf, rangeOver } from './show-passages'
import { countWords } from './words'

/** So many screens of an article are its beginning: laid out in a moment, and more than is shown first. */
const BEGINNING = 3
/** How wide a letter is at most on average, em. */
const LETTER = 0.5
/** A beginning that is more than so much of the whole saves too little. */
const MOST = 0.75

/**
 * Divides the beginning of a long article, for that to be shown before the whole has been laid out.
 *
 * @param view where the article is shown.
 * @returns the first portions, as dividing all of it would make them; none where that would save next to nothing.
 */
export function beginningOf(
  view: HTMLElement,
  content: HTMLElement,
  passages: readonly Passage[],
  { lang, writingMode }: Pick<Article, 'lang' | 'writingMode'>,
  limits: PortionLimits,
): Portion[] {
  const { lineHeight, fontSize } = getComputedStyle(view)
  const { width, height } = view.getBoundingClientRect()
  const line = writingMode === 'horizontal-tb' ? width : height
  const letters = line / (LETTER * Number.parseFloat(fontSize))
  const lines = limits.size / Number.parseFloat(lineHeight)
  const end = passageAt(passages, BEGINNING * letters * lines)
  if (end > passages.length * MOST) return []
  const copy = content.cloneNode(false) as HTMLElement
  copy.append(copyOf(content, passages.slice(0, end)))
  const own = passagesOf(copy, lang)
  // What ends the last one is that nothing more was copied; the words of the next tell whether a block is full.
  const portions = portionsOf(measureIn(view, copy, own, writingMode), limits).slice(0, -2)
  const reach = portions.at(-1)?.to ?? 0
  const isSame = own.slice(0, reach).every(({ text }, index) => text === passages[index]?.text)
  return isSame ? portions : []
}

/** @returns the passage that so many characters reach into; the number of passages where there are no more. */
function passageAt(passages: readonly Passage[], characters: number): number {
  let at = 0
  for (let left = characters; left > 0 && at < passages.length; at++)
    left -= bare(passages[at]?.text ?? '').length
  return at
}

/**
 * Measures passages where they are shown, or as they would be there, without anything being seen of it.
 *
 * @param view where the article is shown; the content may stand in it.
 */
export function measureIn(
  view: HTMLElement,
  content: HTMLElement,
  passages: readonly Passage[],
  mode: WritingMode,
): Piece[] {
  if (view.contains(content)) return piecesOf(content, passages, mode)
  const frame = document.createElement('div')
  const twin = view.cloneNode(false) as HTMLElement
  const { width, height } = view.getBoundingClientRect()
  Object.assign(frame.style, {
    position: 'absolute',
    visibility: 'hidden',
    overflow: 'hidden',
    width: '0',
    height: '0',
  })
  // Lines are as long as where they will stand; the other way there is no end.
  if (mode === 'horizontal-tb') Object.assign(twin.style, { width: `${width}px`, maxWidth: 'none' })
  else Object.assign(twin.style, { height: `${height}px`, maxHeight: 'none' })
  twin.append(content)
  frame.append(twin)
  view.after(frame)
  const pieces = piecesOf(content, passages, mode)
  frame.remove()
  content.remove()
  return pieces
}

/**
 * Measures passages of an article that is laid out in the page, whole.
 *
 * @returns where each begins and ends in the direction in which lines follow each other.
 */
function piecesOf(article: Element, passages: readonly Passage[], mode: WritingMode): Piece[] {
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
