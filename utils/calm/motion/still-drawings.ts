import type { Root } from '../page/roots'
import { CYCLE_SHARES, mostVisible } from './most-visible'
import type { Stiller } from './still-motion'
import { visibleAreaOf } from './visible-area'

const TIMED = 'animate,animateTransform,animateMotion,set'

const STEP_S = 0.001

/** So many ends are followed one by one; a drawing of more would be seen to move. */
const CHAIN = 8

/** Stills SVG's own animation: the clock of each drawing stands, once everything that ends has come to its end. */
export class DrawingStiller implements Stiller {
  readonly #stopped = new Set<SVGSVGElement>()

  look(_roots: ReadonlySet<Root>, grown: ReadonlySet<Root>): boolean {
    for (const root of grown) for (const svg of drawingsIn(root)) this.#stop(svg)
    // Drawings start their clocks, and scripts wait for an end, once the page has loaded.
    if (document.readyState !== 'complete') return false
    let moved = false
    for (const svg of this.#stopped) {
      if (!svg.isConnected) this.#start(svg)
      else if (bringToEnd(svg)) moved = true
    }
    return moved
  }

  input(): void {}

  release(): void {
    for (const svg of this.#stopped) this.#start(svg)
  }

  #stop(svg: SVGSVGElement): void {
    if (this.#stopped.has(svg) || svg.animationsPaused()) return
    this.#stopped.add(svg)
    svg.pauseAnimations()
    restVisible(svg)
  }

  #start(svg: SVGSVGElement): void {
    this.#stopped.delete(svg)
    svg.unpauseAnimations()
  }
}

/**
 * Takes a drawing a step on: to the next end of what has begun, then to just after it. What begins at that end has to be
 * seen under way, in a frame of its own, for its events to be sent.
 * @returns whether there was a step to take
 */
function bringToEnd(svg: SVGSVGElement): boolean {
  const now = svg.getCurrentTime()
  // A clock tells its time to about a millionth of a second.
  const ahead = timedIn(svg)
    .map(endOf)
    .filter(end => end - now > -STEP_S / 2)
  if (ahead.length === 0) return false
  const end = ahead.length > CHAIN ? Math.max(...ahead) : Math.min(...ahead)
  svg.setCurrentTime(end - now > STEP_S / 2 ? end : end + STEP_S)
  return true
}

/** Takes endless animations to where most of what they move is visible; what has ended stays as it is. */
function restVisible(svg: SVGSVGElement): void {
  const endless = timedIn(svg).filter(isEndless)
  const cycle = Math.max(...endless.map(durationOf))
  if (!(cycle > 0)) return
  const from = svg.getCurrentTime()
  const goTo = (share: number) => svg.setCurrentTime(from + share * cycle)
  const areas = endless.flatMap(({ targetElement }) => (targetElement ? [visibleAreaOf(targetElement)] : []))
  goTo(mostVisible(areas, goTo, CYCLE_SHARES))
}

const timedIn = (svg: SVGSVGElement): SVGAnimationElement[] => [
  ...svg.querySelectorAll<SVGAnimationElement>(TIMED),
]

function drawingsIn(root: Root): Set<SVGSVGElement> {
  const drawings = new Set<SVGSVGElement>()
  for (const element of root.querySelectorAll(TIMED)) {
    const svg = outermost(element)
    if (svg) drawings.add(svg)
  }
  return drawings
}

function outermost(element: Element): SVGSVGElement | null {
  const svg = element.closest('svg')
  const above = svg?.parentElement
  return (above && outermost(above)) ?? svg
}

/** When it ends, in s of the drawing's clock; when it begins if it is endless; 0 if that is not known yet. */
function endOf(element: SVGAnimationElement): number {
  const begin = beginOf(element)
  return isEndless(element)
    ? begin
    : begin + Number(element.getAttribute('repeatCount') ?? 1) * durationOf(element)
}

const isEndless = (element: SVGAnimationElement): boolean =>
  element.getAttribute('repeatCount') === 'indefinite' || element.hasAttribute('repeatDur')

function beginOf(element: SVGAnimationElement): number {
  try {
    return element.getStartTime()
  } catch {
    // It waits for something: a click, a script, the end of another.
    return 0
  }
}

function durationOf(element: SVGAnimationElement): number {
  try {
    return element.getSimpleDuration()
  } catch {
    // None is given, as in a `set` that holds for good.
    return 0
  }
}
