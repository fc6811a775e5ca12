import type { Retitled } from './gate'
import { newSet } from './natives'
import type { Task } from './task'

/** Each step of a loop slower than this, in milliseconds, is seen by itself: it is held a step sooner. */
const VISIBLE_MS = 200

/** A loop slower than this, in milliseconds, is not run ahead: its steps are states of their own. */
const SLOW_MS = 1000

/**
 * After how many moves a loop is held: one that is seen step by step sooner, and a slow row of timeouts later, since it may
 * be on its way somewhere. What it moves is held by its looks meanwhile.
 */
const MOVES = { flowing: 3, visible: 2, underWay: 6 }

/** A clock goes no faster than this, in milliseconds; what does races. */
const CLOCK_MS = 250

/** Steps without movement after which earlier ones no longer count, once a second has passed too. */
const FORGETFUL_STEPS = 3
const FORGETFUL_MS = 1000

/** Code that has itself called again and again: an interval, or a timeout or frame that sets the next one. */
export class Loop {
  /** What of it waits to be called. */
  readonly tasks = newSet<Task>()
  /** The sources of the callbacks that take turns in it, once they are known to come round again. */
  readonly turns = newSet<string>()
  runs = 0
  /** It keeps moving things, and is held. */
  mover = false
  /** It may run once more before it is held: the person was here, or it was never brought to an end. */
  fresh = true
  /** It writes the time: whatever it moves besides is found by its looks, so that the time stays true. */
  isClock = false
  /** The browser itself repeats it. */
  steady = false
  /** How often running it ahead has taken too long. */
  tries = 0
  /** The latest time it was shown while it was run ahead, in the milliseconds of `performance.now()`. */
  clock = 0
  /** The page's title before it first changed it, and the one it has set last. */
  #title: (Retitled & { readonly times: number }) | null = null
  #moves = 0
  #stillRuns = 0
  #lastMove = 0

  /**
   * @param parent what started it
   * @param text the source of its callback, by which closures made anew for each step are known again
   * @param period the time between steps, in milliseconds
   */
  constructor(
    public parent: Loop | null,
    readonly text: string,
    public period: number,
  ) {}

  get slow(): boolean {
    return this.period > SLOW_MS
  }

  /** How it has changed the title, where it did so more than once. */
  get flashing(): Retitled | null {
    return this.#title && this.#title.times > 1 ? this.#title : null
  }

  /**
   * Takes note of what a step has done to the title. Changed once, it says how something has come out.
   * @returns for how many moves that counts: one that comes back is a flash
   */
  retitled(change: Retitled | null): number {
    if (!change) return 0
    const { from, times } = this.#title ?? { from: change.from, times: 0 }
    this.#title = { from, to: change.to, times: times + 1 }
    if (times === 0) return 0
    return change.to === from ? 2 : 1
  }

  /** Takes note of a step, and of how many times it has moved something. */
  note(moves: number, now: number): void {
    if (moves > 0) {
      this.#moves += moves
      this.#stillRuns = 0
      this.#lastMove = now
      if (this.#moves >= this.#enough()) this.mover = !(this.isClock && this.period >= CLOCK_MS)
    } else if (++this.#stillRuns > FORGETFUL_STEPS && now - this.#lastMove > FORGETFUL_MS) this.forgive()
  }

  #enough(): number {
    if (this.period <= VISIBLE_MS) return MOVES.flowing
    return this.slow && !this.steady ? MOVES.underWay : MOVES.visible
  }

  /** It has ended, or moves nothing any more. */
  forgive(): void {
    this.#moves = 0
    this.tries = 0
    this.#title = null
    this.mover = false
    this.fresh = true
  }
}
