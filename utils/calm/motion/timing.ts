/** When an animation of the document's own timeline moves. Times are in ms of its `currentTime`. */
export interface Timing {
  readonly delay: number
  /** One iteration. */
  readonly duration: number
  /** The time after which the same picture comes back. */
  readonly cycle: number
  /** `Infinity` when it never ends. */
  readonly end: number
  /** Its end state stays when it has ended. */
  readonly stays: boolean
}

/**
 * How much before its end an animation is brought: it ends by itself in the next frame, so that all its events come in
 * the browser's own order. `finish()` would end it in the middle of a frame: the end of a `display` then cancels the
 * other transitions of its element. Chromium takes a microsecond before the end for the end itself.
 */
export const BEFORE_END_MS = 0.01

/** @returns the timing; nothing for an animation that follows no clock, such as one that scrolling drives. */
export function timingOf({ effect, timeline }: Animation): Timing | undefined {
  if (!effect || !(timeline instanceof DocumentTimeline)) return undefined
  const { delay = 0, duration, direction, endTime, fill } = effect.getComputedTiming()
  if (typeof duration !== 'number' || typeof endTime !== 'number') return undefined
  const cycle = direction?.startsWith('alternate') ? 2 * duration : duration
  return { delay, duration, cycle, end: endTime, stays: fill === 'forwards' || fill === 'both' }
}

/** @returns where the animation stands, in ms; 0 before it has begun. */
export function timeOf({ currentTime }: Animation): number {
  return typeof currentTime === 'number' ? currentTime : 0
}

/** @returns what tells this animation of a target from its others. */
export function nameOf(animation: Animation): string {
  if (animation instanceof CSSAnimation) return animation.animationName
  return animation instanceof CSSTransition ? animation.transitionProperty : animation.id
}

/** @returns the effect when it animates an element that is there. */
export function keyframesOf({ effect }: Animation): (KeyframeEffect & { readonly target: Element }) | null {
  return effect instanceof KeyframeEffect && effect.target
    ? (effect as KeyframeEffect & { target: Element })
    : null
}
