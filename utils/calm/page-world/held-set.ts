import type { Mover } from '../pins/mover'
import { newSet } from './natives'

/** What holders in a page's world need of it. */
export interface HoldingWorld {
  /** @returns milliseconds */
  now(): number
  /** Whether what scripts move is held. */
  isActive(): boolean
  /** Whether the person has just used the page. */
  isTheirs(): boolean
  /** Whether a callback is looked at: what it moves is its loop's, which is held by its cause. */
  isLooking(): boolean
  /** Something has moved while a callback was looked at. */
  report(): void
  /** Calls back when the page's script has had its turn. */
  microtask(run: () => void): void
  later(run: () => void, ms: number): void
}

/** What is held in the page's world, each until it has come to its end. */
export class HeldSet<One extends { readonly mover: Mover }> {
  readonly #held = newSet<One>()
  #settling = false

  /** @param free gives one back to the page; `ended` when it has come to its end, and not when the person has come */
  constructor(
    private readonly world: Pick<HoldingWorld, 'now' | 'later'>,
    private readonly free: (one: One, ended: boolean) => void,
  ) {}

  get size(): number {
    return this.#held.size
  }

  has(one: One): boolean {
    return this.#held.has(one)
  }

  each(look: (one: One) => void): void {
    this.#held.forEach(look)
  }

  add(one: One): void {
    this.#held.add(one)
    this.#settleIn(one.mover.quietIn(this.world.now()))
  }

  /** It cannot be held any longer. */
  delete(one: One): void {
    if (!this.#held.delete(one)) return
    this.free(one, true)
    one.mover.letGo()
  }

  letGo(): void {
    this.#held.forEach(one => {
      this.#held.delete(one)
      this.free(one, false)
      one.mover.letGo()
    })
  }

  #settleIn(ms: number): void {
    if (this.#settling) return
    this.#settling = true
    this.world.later(() => {
      this.#settling = false
      this.#settle()
    }, ms)
  }

  #settle(): void {
    const now = this.world.now()
    let next = 0
    this.#held.forEach(one => {
      const wait = one.mover.quietIn(now)
      if (wait === 0) {
        this.delete(one)
        one.mover.end(now)
      } else if (next === 0 || wait < next) next = wait
    })
    if (next > 0) this.#settleIn(next)
  }
}
