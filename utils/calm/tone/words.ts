import { lightOf } from '../dark/darkness'

/** What words stand on a picture. */
export type Words = 'none' | 'light' | 'dark' | 'mixed'

/** More elements than these are not looked at for their words. */
const MOST_ELEMENTS = 60

/** How much of the veil's colour there is in what is seen through it, in %. */
const VEIL = 55

const ELEMENTS_AND_TEXT = NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT
const { FILTER_ACCEPT: TAKE, FILTER_SKIP: SKIP, FILTER_REJECT: REJECT } = NodeFilter

/**
 * Whether the words that stand on an element's own ground are light or dark. What has a ground of its own in between does
 * not count.
 *
 * @param on where given, only words that are seen on this element count
 */
export function wordsOn(element: Element, on?: Element): Words {
  const place = on?.getBoundingClientRect()
  let light = false
  let dark = false
  let left = MOST_ELEMENTS
  const standsOnIt = (node: Node): number => {
    if (!(node instanceof Element)) return (node as Text).data.trim() ? TAKE : SKIP
    const { display, backgroundColor } = getComputedStyle(node)
    return left-- > 0 && display !== 'none' && !isOpaque(backgroundColor) ? SKIP : REJECT
  }
  // Taken from the prototype: a picture named like the method would stand before the document's own.
  const walker = Document.prototype.createTreeWalker.call(document, element, ELEMENTS_AND_TEXT, standsOnIt)
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const parent = parentOf(text)
    if (!parent || getComputedStyle(parent).visibility !== 'visible') continue
    if (place && !meet(place, parent.getBoundingClientRect())) continue
    if ((lightOf(getComputedStyle(parent).color) ?? 0) > 0.5) light = true
    else dark = true
  }
  if (light && dark) return 'mixed'
  if (light) return 'light'
  return dark ? 'dark' : 'none'
}

const meet = (one: DOMRect, other: DOMRect) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** @returns the filter that makes what has no words of its own softer, and never nearer to the words on it. */
export function softening(words: Words): string {
  if (words === 'mixed') return ''
  if (words === 'light') return 'contrast(60%) brightness(65%)'
  return words === 'dark' ? 'contrast(60%) brightness(130%)' : 'contrast(60%)'
}

/**
 * The veil over an element's background that makes it softer: in the colour of what is around the picture, or in one that
 * words on it are clear on.
 *
 * @param isPhoto nothing shines through it
 * @returns null where there can be none without harm
 */
export function veilFor(element: Element, words: Words, own: string, isPhoto: boolean): string | null {
  if (words === 'mixed') return null
  const ground = isOpaque(own) ? own : groundBehind(element)
  if (ground === null && !isPhoto) return null
  const light = ground === null ? null : lightOf(ground)
  if (words === 'light' && (light ?? 1) > 0.35) return veil('#000')
  if (words === 'dark' && (light ?? 0) < 0.65) return veil('#fff')
  return ground === null ? null : veil(ground)
}

const veil = (colour: string) => `color-mix(in srgb, ${colour} ${VEIL}%, transparent)`

/** @returns the colour that an element without one stands on; null where that is no plain colour. */
function groundBehind(element: Element): string | null {
  for (let at = parentOf(element); at; at = parentOf(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at)
    if (backgroundImage !== 'none') return null
    if (isOpaque(backgroundColor)) return backgroundColor
  }
  return 'Canvas'
}

/** Taken from the prototype: a field named "parentNode" would stand before its form's own. */
function parentOf(node: Node): Element | null {
  const parent = Reflect.get(Node.prototype, 'parentNode', node)
  if (parent instanceof ShadowRoot) return parent.host
  return parent instanceof Element ? parent : null
}

/** @returns whether nothing shines through a colour. */
export const isOpaque = (colour: string): boolean =>
  colour !== 'transparent' && !/(?:^rgba\(.*,|\/)\s*0?(?:\.\d+)?\)$/.test(colour)
