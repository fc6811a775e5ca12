import { keyframesOf, nameOf } from './timing'

/**
 * What a row of animations has come to: one more of a few, the very same thing again, or without end. What is the same
 * each time looks the same each time, and may go on at its own pace.
 */
export type Row = 'few' | 'same' | 'endless'

/** How many times in a row is more than a page that means to come to an end would go from one animation to the next. */
const LIMIT = 8

/** The same for animations that do the very same thing: each would be seen as a flash. */
const SAME_LIMIT = 2

/** What starts again so few looks and ms after its like was ended was started by that. */
const AFTER_LOOKS = 3
const AFTER_MS = 3000

interface Counts {
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
  #rows = new WeakMap<Element, Map<string, Counts>>()
  /** Each animation's run, known by the promise that it ends, and what it was counted as. */
  readonly #runs = new WeakMap<Animation, { readonly ends: Promise<unknown>; readonly row: Row }>()
  #looks = 0

  /** A look begins. */
  begin(): void {
    this.#looks++
  }

  /** Counts one more animation to be ended, and tells of the row that it carries on. One that is set back is the same one. */
  count(animation: Animation, now: number): Row {
    const run = this.#runs.get(animation)
    const ends = animation.finished
    if (run?.ends === ends) return run.row
    const row = this.#add(animation, now)
    this.#runs.set(animation, { ends, row })
    return row
  }

  #add(animation: Animation, now: number): Row {
    const effect = keyframesOf(animation)
    if (!effect) return 'few'
    const rows = this.#rows.get(effect.target) ?? new Map<string, Counts>()
    this.#rows.set(effect.target, rows)
    const keyframes = effect.getKeyframes()
    const key = `${effect.pseudoElement ?? ''}|${nameOf(animation) || propertiesOf(keyframes)}`
    const row = rows.get(key)
    const follows = row && this.#looks - row.look <= AFTER_LOOKS && now - row.time < AFTER_MS
    const next = follows ? row : { count: 0, done: new Map<string, number>(), look: 0, time: 0 }
    rows.set(key, next)
    next.look = this.#looks
    next.time = now
    next.count++
    const { direction, iterationStart } = effect.getTiming()
    const what = JSON.stringify([keyframes, direction, iterationStart])
    const times = (next.done.get(what) ?? 0) + 1
    next.done.set(what, times)
    if (times > SAME_LIMIT && next.done.size === 1) return 'same'
    return next.count > LIMIT || times > SAME_LIMIT ? 'endless' : 'few'
  }

  /** Starts counting anew: what comes next is the person's own doing. */
  forget(): void {
    this.#rows = new WeakMap()
  }
}

/** What is not named is known by what it changes. */
function propertiesOf(keyframes: readonly ComputedKeyframe[]): string {
  return [...new Set(keyframes.flatMap(Object.keys))].sort().join()
}
