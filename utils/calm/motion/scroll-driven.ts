import { CYCLE_SHARES, mostVisible } from './most-visible'
import { keyframesOf } from './timing'
import { visibleAreaOf } from './visible-area'

/** The middle of the way first: content stands where its author means it to be read. */
const SHARES = [0.5, 1, ...CYCLE_SHARES]

/**
 * Animations that scrolling drives, held where most of their content is to be seen.
 *
 * What stays in its place while the page scrolls, such as a bar that shows how far one has read, is left alone: it
 * follows the person's hand and would be wrong at any other place.
 */
export class ScrollDriven {
  readonly #held = new Set<Animation>()
  readonly #found = new WeakSet<Animation>()

  /** @returns whether the animation is one that scrolling drives. */
  static is({ timeline }: Animation): boolean {
    return timeline !== null && !(timeline instanceof DocumentTimeline)
  }

  /** @returns whether it is to be asked again in the next frame: the way is only measured when it was painted once. */
  hold(animation: Animation): boolean {
    const effect = keyframesOf(animation)
    if (!effect || staysInPlace(effect.target)) return false
    if (!this.#found.has(animation)) {
      this.#found.add(animation)
      return true
    }
    animation.pause()
    const goTo = (share: number) => {
      animation.currentTime = CSS.percent(100 * share)
    }
    goTo(mostVisible([visibleAreaOf(effect.target, effect.pseudoElement)], goTo, SHARES))
    this.#held.add(animation)
    return false
  }

  prune(): void {
    for (const animation of this.#held) {
      if (!keyframesOf(animation)?.target.isConnected) this.#drop(animation)
    }
  }

  release(): void {
    for (const animation of this.#held) this.#drop(animation)
  }

  #drop(animation: Animation): void {
    this.#held.delete(animation)
    if (animation.playState === 'paused') animation.play()
  }
}

function staysInPlace(target: Element): boolean {
  for (let at: Element | null = target; at; at = at.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
  }
  return false
}
