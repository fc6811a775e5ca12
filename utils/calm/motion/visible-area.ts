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
  return () => {
    const seen = style.visibility === 'visible' && style.display !== 'none' && !isTransparent(style.color)
    // Squared, so that two slides half-way through a cross-fade count for less than one whole slide.
    const weight = seen ? Number(style.opacity) ** 2 : 0
    if (pseudo || weight === 0) return weight
    return weight * Math.min(sharedArea(target.getBoundingClientRect(), boxOf(clip)), ownArea(target))
  }
}

const isTransparent = (colour: string): boolean => /^rgba.*, 0\)$|\/ 0\)$/.test(colour)

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
