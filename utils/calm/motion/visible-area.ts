interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/**
 * @returns a measure of how much of an element, or of a pseudo-element of it, there is to see at this moment: the area
 * inside the box that clips it, in square px, weighted by its opacity. Growing beyond its own size adds nothing.
 */
export function visibleAreaOf(target: Element, pseudo?: string | null): () => number {
  const style = getComputedStyle(target, pseudo)
  const clip = pseudo ? undefined : clippingAncestor(target)
  const shown = !pseudo && isMostlyPadding(target, style) ? contentsOf(target) : target
  return () => {
    const seen = style.visibility === 'visible' && style.display !== 'none' && !isTransparent(style.color)
    // Squared, so that two slides half-way through a cross-fade count for less than one whole slide.
    const weight = seen ? Number(style.opacity) ** 2 : 0
    if (pseudo || weight === 0) return weight
    return weight * Math.min(sharedArea(shown.getBoundingClientRect(), boxOf(clip)), ownArea(target))
  }
}

/** @returns a measure of how much of what an element contains there is to see at this moment, be it beyond its own size. */
export function visibleContentsOf(target: Element): () => number {
  const style = getComputedStyle(target)
  const clip = clippingAncestor(target)
  const contents = contentsOf(target)
  return () => Number(style.opacity) * sharedArea(contents.getBoundingClientRect(), boxOf(clip))
}

/** Whether an element stands away from where it begins by padding, as a line of news does that slides in. */
function isMostlyPadding(target: Element, style: CSSStyleDeclaration): boolean {
  if (!(target instanceof HTMLElement) || style.backgroundImage !== 'none') return false
  const across = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)
  const down = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom)
  const { offsetWidth, offsetHeight } = target
  return isTransparent(style.backgroundColor) && (across > offsetWidth / 3 || down > offsetHeight / 2)
}

/** What is in an element, without the room around it. */
function contentsOf(element: Element): Range {
  const range = element.ownerDocument.createRange()
  range.selectNodeContents(element)
  return range
}

const isTransparent = (colour: string): boolean => /^transparent$|^rgba.*, 0\)$|\/ 0\)$/.test(colour)

const ownArea = (target: Element): number =>
  target instanceof HTMLElement ? target.offsetWidth * target.offsetHeight : Number.POSITIVE_INFINITY

/** The nearest ancestor that cuts off what sticks out of it; nothing when only the page does. */
function clippingAncestor(target: Element): Element | undefined {
  for (let at = target.parentElement; at && at !== target.ownerDocument.body; at = at.parentElement) {
    if (getComputedStyle(at).overflowX !== 'visible') return at
  }
  return undefined
}

/** The page itself cuts off at its sides only: what is further down can be scrolled to. */
const boxOf = (clip: Element | undefined): Box =>
  clip?.getBoundingClientRect() ?? {
    left: 0,
    top: Number.NEGATIVE_INFINITY,
    right: document.documentElement.clientWidth,
    bottom: Number.POSITIVE_INFINITY,
  }

/** The area that two boxes have in common. */
export function sharedArea(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return Math.max(0, width) * Math.max(0, height)
}
