import { keyframesOf, nameOf } from './timing'

/** How many times in a row is more than a page that means to come to an end would start the same again. */
const LIMIT = 8

/** What starts again this soon after its like was ended was started by that. A slow page takes a while to. */
const AFTER_MS = 400

interface Row {
  count: number
  last: number
}

/**
 * Tells a page that starts an animation again each time it ends, which would go on for ever when each is ended at
 * once, from one that plays a few in a row.
 */
export class Restarts {
  #rows = new WeakMap<Element, Map<string, Row>>()

  /** Counts one more animation to be ended. @returns whether its like was ended too often in a row. */
  isEndless(animation: Animation, now: number): boolean {
    const effect = keyframesOf(animation)
    if (!effect) return false
    const rows = this.#rows.get(effect.target) ?? new Map<string, Row>()
    this.#rows.set(effect.target, rows)
    const key = `${effect.pseudoElement ?? ''}|${nameOf(animation)}`
    const { count, last } = rows.get(key) ?? { count: 0, last: now }
    const row = { count: now - last < AFTER_MS ? count + 1 : 1, last: now }
    rows.set(key, row)
    return row.count > LIMIT
  }

  /** Starts counting anew: what comes next is the person's own doing. */
  forget(): void {
    this.#rows = new WeakMap()
  }
}
