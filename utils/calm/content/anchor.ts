/** A thing on the screen that can be found again after a change: a character, or an element. */
export type Anchor = Range | Element

/** Where on the screen the eyes are taken to be, as shares of its width and height, likeliest first. */
const EYES = [
  [0.5, 0.35],
  [0.35, 0.35],
  [0.65, 0.35],
  [0.5, 0.5],
  [0.5, 0.2],
] as const

/** How far from the eyes a character may stand to be taken for what is read, in CSS pixels. */
const NEAR_PX = 60

/** @returns the character where the eyes are taken to be, or else what stands there; null on an empty page. */
export function anchorUnderTheEyes(page: Document): Anchor | null {
  const { innerWidth = 0, innerHeight = 0 } = page.defaultView ?? {}
  const points = EYES.map(([x, y]) => [innerWidth * x, innerHeight * y] as const)
  for (const [x, y] of points) {
    const character = characterAt(page, x, y)
    if (character) return character
  }
  for (const [x, y] of points) {
    const element = page.elementFromPoint(x, y)
    if (element && element !== page.documentElement && element !== page.body && flows(element)) return element
  }
  return null
}

/** @returns what can scroll a thing, innermost first, the page itself last. */
export function scrollersOf(anchor: Anchor): Element[] {
  const start = elementOf(anchor)
  const scrollers = lineOf(start).filter(
    at => at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY),
  )
  const root = start?.ownerDocument.scrollingElement
  return root ? [...scrollers.filter(scroller => scroller !== root), root] : scrollers
}

function characterAt(page: Document, x: number, y: number): Range | null {
  const caret = page.caretPositionFromPoint(x, y)
  if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return null
  const range = page.createRange()
  range.setStart(caret.offsetNode, caret.offset)
  range.setEnd(caret.offsetNode, Math.min(caret.offset + 1, caret.offsetNode.textContent?.length ?? 0))
  const { top, bottom } = range.getBoundingClientRect()
  const near = top < y + NEAR_PX && bottom > y - NEAR_PX && bottom > 0
  return near && flows(elementOf(range)) ? range : null
}

/** Whether a thing scrolls with the page: what is fixed or sticks stays where it is by itself. */
function flows(element: Element | null): boolean {
  return lineOf(element).every(at => !/fixed|sticky/.test(getComputedStyle(at).position))
}

function elementOf(anchor: Anchor): Element | null {
  return anchor instanceof Range ? anchor.startContainer.parentElement : anchor
}

/** @returns the element and all that hold it. */
function lineOf(element: Element | null): Element[] {
  const line: Element[] = []
  for (let at = element; at; at = at.parentElement) line.push(at)
  return line
}
