import type { Loop } from './loop'
import type { Callable } from './natives'

/** What a step of a loop leaves to a callback this soon after it, in milliseconds, is part of the step. */
const SAME_STEP_MS = 100

export type Kind = 'timeout' | 'interval' | 'frame'

/** One callback that a page has scheduled. */
export class Task {
  /** The number the page knows it by. */
  id = 0
  /** Ended by the page, or run ahead of its time. */
  dead = false
  /** The loop that it is run ahead with. */
  readonly owner: Loop | null
  /** What a timer is called with. */
  self: unknown = undefined
  args: ArrayLike<unknown> = []

  /**
   * @param due when it is to be called, in milliseconds
   * @param repeats it carries its loop on, so that it may be held
   * @param cause the loop that has scheduled it
   * @param delay the time until it is due, in milliseconds
   */
  constructor(
    readonly kind: Kind,
    readonly callback: Callable,
    public due: number,
    readonly loop: Loop,
    readonly repeats: boolean,
    readonly cause: Loop | null,
    delay: number,
  ) {
    this.owner = repeats ? loop : delay <= SAME_STEP_MS ? cause : null
  }
}
