import type { Mover } from './mover'

/** Something that is held because it moves. */
export interface Moved {
  readonly mover: Mover
}

/**
 * Lets go of what has come to its end.
 *
 * @param free gives one back to the page, and takes it out of `held`
 * @param now milliseconds
 * @returns milliseconds until something else may have, or infinity
 */
export function settle<T extends Moved>(held: Iterable<T>, free: (moved: T) => void, now: number): number {
  let next = Number.POSITIVE_INFINITY
  for (const moved of held) {
    const wait = moved.mover.quietIn(now)
    if (wait > 0) next = Math.min(next, wait)
    else {
      free(moved)
      moved.mover.end(now)
    }
  }
  return next
}

/** Lets everything go, since the person is here. */
export function letGo<T extends Moved>(held: Iterable<T>, free: (moved: T) => void): void {
  for (const moved of held) {
    free(moved)
    moved.mover.letGo()
  }
}
