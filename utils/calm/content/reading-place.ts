import { type Anchor, anchorUnderTheEyes, scrollersOf } from './anchor'

/** Where each scroller stood for each layout since the person last scrolled it. */
interface Trail {
  /** The scroll offset that was left behind, in CSS pixels. */
  last: number
  readonly offsets: Map<string, number>
}

const trails = new WeakMap<Element, Trail>()

/**
 * Makes a change that moves things about, and keeps what is under the eyes where it stands on the screen. Going back
 * to an earlier layout without having scrolled meanwhile goes back to exactly where the page stood.
 *
 * @param before, after name the layouts, so that an earlier one is known again.
 */
export function keepPlace(page: Document, before: string, after: string, change: () => void): void {
  const anchor = page.readyState === 'loading' ? null : anchorUnderTheEyes(page)
  if (!anchor) {
    change()
    return
  }
  const top = topOf(anchor)
  const places = scrollersOf(anchor).map(scroller => ({ scroller, trail: trailOf(scroller) }))
  for (const { scroller, trail } of places) trail.offsets.set(before, scroller.scrollTop)
  change()
  for (const { scroller, trail } of places) {
    const offset = trail.offsets.get(after) ?? scroller.scrollTop + topOf(anchor) - top
    // Scrolling to where it stands would cut short what the person scrolls just now.
    if (Math.abs(offset - scroller.scrollTop) >= 0.5) scroller.scrollTo({ top: offset, behavior: 'instant' })
    trail.last = scroller.scrollTop
  }
}

/** @returns the scroller's trail, a new one where the person has scrolled since it was left. */
function trailOf(scroller: Element): Trail {
  const known = trails.get(scroller)
  if (known?.last === scroller.scrollTop) return known
  const trail = { last: scroller.scrollTop, offsets: new Map<string, number>() }
  trails.set(scroller, trail)
  return trail
}

function topOf(anchor: Anchor): number {
  return anchor.getBoundingClientRect().top
}
