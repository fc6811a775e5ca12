/** Where on the screen the eyes are taken to be, as shares of its width and height, likeliest first. */
const EYES = [
  [0.5, 0.35],
  [0.35, 0.35],
  [0.65, 0.35],
  [0.5, 0.5],
  [0.5, 0.2],
] as const

interface Place {
  readonly scroller: Element
  /** Scroll offsets in CSS pixels. */
  readonly before: number
  readonly after: number
}

/** What the last change scrolled, for going back to exactly there. */
const lastMoves = new WeakMap<Document, Place[]>()

/**
 * Makes a change that moves things about, and keeps the text under the eyes where it stands on the screen. Where the
 * person has not scrolled since the change before, that change's scrolling is taken back to the pixel.
 */
export function keepPlace(page: Document, change: () => void): void {
  const anchor = page.readyState === 'loading' ? null : anchorUnderTheEyes(page)
  const earlier = lastMoves.get(page)?.filter(({ scroller, after }) => scroller.scrollTop === after) ?? []
  const before = anchor?.getBoundingClientRect().top
  const offsets = new Map(anchor ? scrollersOf(anchor).map(scroller => [scroller, scroller.scrollTop]) : [])
  change()
  lastMoves.delete(page)
  if (!anchor || before === undefined) return
  for (const [scroller] of offsets) {
    const back = earlier.find(place => place.scroller === scroller)
    if (back) scrollTo(scroller, back.before)
    else scrollTo(scroller, scroller.scrollTop + anchor.getBoundingClientRect().top - before)
  }
  const moves = [...offsets].map(([scroller, offset]) => ({
    scroller,
    before: offset,
    after: scroller.scrollTop,
  }))
  if (earlier.length === 0) lastMoves.set(page, moves)
}

function scrollTo(scroller: Element, top: number): void {
  scroller.scrollTo({ top, behavior: 'instant' })
}

type Anchor = Range | Element

/** @returns the character where the eyes are taken to be, or else what stands there; null on an empty page. */
function anchorUnderTheEyes(page: Document): Anchor | null {
  const { innerWidth = 0, innerHeight = 0 } = page.defaultView ?? {}
  for (const [x, y] of EYES) {
    const caret = page.caretPositionFromPoint(innerWidth * x, innerHeight * y)
    if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) continue
    const range = page.createRange()
    range.setStart(caret.offsetNode, caret.offset)
    range.setEnd(caret.offsetNode, Math.min(caret.offset + 1, caret.offsetNode.textContent?.length ?? 0))
    return range
  }
  const at = page.elementFromPoint(innerWidth / 2, innerHeight / 3)
  return at === page.documentElement || at === page.body ? null : at
}

/** @returns what can scroll this place, innermost first, the page itself last. */
function scrollersOf(anchor: Anchor): Element[] {
  const scrollers: Element[] = []
  const start = anchor instanceof Range ? anchor.startContainer.parentElement : anchor
  for (let at = start; at; at = at.parentElement) {
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY))
      scrollers.push(at)
  }
  const root = start?.ownerDocument.scrollingElement
  return root ? [...scrollers.filter(scroller => scroller !== root), root] : scrollers
}
