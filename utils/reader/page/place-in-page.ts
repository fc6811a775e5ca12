/** Where the person is on the live page. */
export interface PlaceInPage {
  /** The scroll offset, CSS pixels. */
  readonly top: number
  /** The text under the eyes from there on; empty at the top of the page, where nothing has been read yet. */
  readonly text: string
}

/** Runs in the page: whole in itself, because it travels as text. Finds what the person was reading. */
export function placeInPage(): PlaceInPage {
  const textFrom = (x: number, y: number): string => {
    const caret = document.caretPositionFromPoint(x, y)
    const node = caret?.offsetNode
    if (!caret || !(node instanceof Text)) return ''
    const block = node.parentElement?.closest('p,li,td,pre,blockquote,h1,h2,h3,h4,h5,h6,div')
    const range = document.createRange()
    range.setStart(node, caret.offset)
    range.setEndAfter(block?.lastChild ?? node)
    return range.toString().slice(0, 400)
  }
  const top = Math.round(scrollY)
  if (top < innerHeight / 4) return { top, text: '' }
  const places = [0.25, 0.4, 0.12].flatMap(down =>
    [0.5, 0.35, 0.65, 0.2].map(across => [across, down] as const),
  )
  const texts = places.map(([across, down]) => textFrom(innerWidth * across, innerHeight * down))
  return { top, text: texts.find(text => text.trim().length > 8) ?? '' }
}

/**
 * Runs in the page: whole in itself, because it travels as text. Scrolls to where a text begins, at once.
 *
 * @returns the scroll offset afterwards, CSS pixels; null where the text is not there.
 */
export function showTextInPage(text: string): number | null {
  const wanted = text.replace(/\s+/g, '')
  const texts: { node: Text; start: number }[] = []
  let whole = ''
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode as Text
    // The same words may stand first where nobody sees them.
    if (!node.parentElement?.checkVisibility()) continue
    texts.push({ node, start: whole.length })
    whole += node.data.replace(/\s+/g, '')
  }
  for (const length of [80, 40, 20]) {
    const at = wanted === '' ? -1 : whole.indexOf(wanted.slice(0, length))
    const found = texts.findLast(({ start }) => at >= 0 && start <= at)
    if (!found) continue
    const range = document.createRange()
    range.selectNodeContents(found.node)
    const { top } = range.getClientRects()[0] ?? range.getBoundingClientRect()
    scrollTo({ top: scrollY + top - innerHeight * 0.2, behavior: 'instant' })
    return Math.round(scrollY)
  }
  return null
}
