/** Steps closer together than this, in milliseconds, flow into one movement. */
const FLOWING_MS = 250

/** Steps further apart than this, in milliseconds, have nothing to do with each other. */
const MEMORY_MS = 10_000

/** After how many steps something is taken to go on moving by itself. */
const FLOWING_STEPS = 4
const SLOW_STEPS = 3
/** For what takes turns in a large part of the view, and for what was known to move before the person came. */
const FEWER_STEPS = 2

/** How long nothing moves before it has come to its end: a while, or some times its pace. */
const QUIET_MS = 700
const QUIET_STEPS = 4

/** What moves again this soon after it was let go, in milliseconds, does so because it was: its like is held longer. */
const RETURN_MS = 500
const LONGER = 10
const LONGEST_MS = 60_000

/** What a step makes of what is seen: more, less, both at once, or no matter which. */
export type Turn = 'more' | 'less' | 'swap' | 'other'

/** What to do after a step: nothing, hold what moved where it was before it, or go over to where it was before it. */
export type Verdict = 'wait' | 'hold' | 'peak'

/**
 * Tells from its steps what moves by itself without end. It knows nothing of who moves it, nor how, and calls nothing
 * that a page could have changed.
 */
export class Mover {
  held = false
  #known = false
  #steps = 0
  #last = Number.NEGATIVE_INFINITY
  #pace = 0
  #rises = false
  /** When it was let go as having ended, and how often it moved again at once after that. */
  #ended = Number.NEGATIVE_INFINITY
  #returns = 0

  /**
   * Takes note of a step.
   * @param now milliseconds
   * @param large whether a good part of the view has changed
   */
  step(now: number, turn: Turn, large = false): Verdict {
    const gap = now - this.#last
    if (gap > MEMORY_MS && !this.held) this.#forget()
    if (this.#ended > this.#last) this.#resume(now)
    this.#last = now
    this.#pace = this.#steps > 1 ? (this.#pace + gap) / 2 : gap
    this.#steps++
    const peak = turn === 'less' && this.#rises
    if (turn !== 'other') this.#rises = turn === 'more'
    if (this.held) return peak ? 'peak' : 'wait'
    if (this.#steps < this.#enough(turn, large) || this.#mayBeAnswer(turn, peak)) return 'wait'
    this.held = this.#known = true
    return 'hold'
  }

  /** How long until it counts as having come to its end, in milliseconds; 0 when it does. */
  quietIn(now: number): number {
    const some = QUIET_STEPS * this.#pace
    const quiet = (some > QUIET_MS ? some : QUIET_MS) * LONGER ** this.#returns
    const left = this.#last + (quiet < LONGEST_MS || this.#returns === 0 ? quiet : LONGEST_MS) - now
    return left > 0 ? left : 0
  }

  /** The time between its steps, in milliseconds; 0 while it is not known. */
  get pace(): number {
    return this.#steps > 1 ? this.#pace : 0
  }

  get flows(): boolean {
    return this.#pace < FLOWING_MS
  }

  /** The person is here: it may move, and is known again at once when they have gone. */
  letGo(): void {
    this.held = false
    this.#steps = 0
    this.#returns = 0
  }

  /** It has come to its end: what moves next is something new, unless that is at once. @param now milliseconds */
  end(now: number): void {
    this.held = false
    this.#ended = now
    this.#forget()
  }

  #forget(): void {
    this.#steps = 0
    this.#known = false
    this.#rises = false
  }

  /** It moves for the first time since it was let go. */
  #resume(now: number): void {
    this.#known = now - this.#ended < RETURN_MS
    this.#returns = this.#known ? this.#returns + 1 : 0
  }

  #enough(turn: Turn, large: boolean): number {
    if (this.#known || (large && turn === 'swap')) return FEWER_STEPS
    return this.flows ? FLOWING_STEPS : SLOW_STEPS
  }

  /** Slow steps that show something, or take away what was there from the start: a notice, a cover that leaves. */
  #mayBeAnswer(turn: Turn, peak: boolean): boolean {
    return !this.flows && (turn === 'more' || (turn === 'less' && !peak))
  }
}
