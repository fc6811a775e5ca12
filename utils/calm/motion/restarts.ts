import { keyframesOf, nameOf } from './timing'

/** How many times in a row is more than a page that means to come to an end would go from one animation to the next. */
const LIMIT = 8

/** The same for animations that do the very same thing: each would be seen as a flash. */
const SAME_LIMIT = 2

/** What starts again so few looks and ms after its like was ended was started by that. */
const AFTER_LOOKS = 3
const AFTER_MS = 3000

interface Row {
  count: number
  /** How often each thing was done. */
  readonly done: Map<string, number>
  look: number
  time: number
}

/**
 * Tells a page that starts an animation again each time it ends, which would go on for ever when each is ended at
 * once, from one that plays a few in a row.
 */
export class Restarts {
  #rows = new WeakMap<Element, Map<string, Row>>()
  #looks = 0

  /** A look begins. */
  begin(): void {
    this.#looks++
  }

  /** Counts one more animation to be ended. @returns whether its like was ended too often in a row. */
  isEndless(animation: Animation, now: number): boolean {
    const effect = keyframesOf(animation)
    if (!effect) return false
    const rows = this.#rows.get(effect.target) ?? new Map<string, Row>()
    this.#rows.set(effect.target, rows)
    const key = `${effect.pseudoElement ?? ''}|${nameOf(animation)}`
    const row = rows.get(key)
    const follows = row && this.#looks - row.look <= AFTER_LOOKS && now - row.time < AFTER_MS
    const next = follows ? row : { count: 0, done: new Map<string, number>(), look: 0, time: 0 }
    rows.set(key, next)
    next.look = this.#looks
    next.time = now
    next.count++
    if (next.count > LIMIT) return true
    const what = JSON.stringify(effect.getKeyframes())
    const times = (next.done.get(what) ?? 0) + 1
    next.done.set(what, times)
    return times > SAME_LIMIT
  }

  /** Starts counting anew: what comes next is the person's own doing. */
  forget(): void {
    this.#rows = new WeakMap()
  }
}
