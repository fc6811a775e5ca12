import { Mover } from '../pins/mover'
import { newMap, newWeakMap } from './natives'

interface Scroller {
  readonly mover: Mover
  /** What is to be done once it has come to its end, in order. */
  readonly kept: Map<number, () => void>
}

/** More than this is not kept of what has to be done in a row. */
const MOST_KEPT = 1000

/** Holds scrolling that goes on by itself. It arrives where it was going once it has come to its end. */
export class HeldScrolling {
  readonly #scrollers = newWeakMap<object, Scroller>()
  readonly #held = newMap<object, Scroller>()
  /** How large what a script scrolls was, in CSS pixels. */
  readonly #extents = newWeakMap<object, number>()
  #settling = false

  constructor(
    private readonly now: () => number,
    private readonly later: (run: () => void, ms: number) => void,
  ) {}

  isHeld(self: object): boolean {
    return this.#held.size > 0 && this.#held.has(self)
  }

  /** Keeps what would scroll. @param adds whether it goes on from where the one before has led */
  keep(self: object, scroll: () => void, adds: boolean): void {
    const scroller = this.#held.get(self)
    if (!scroller) return
    scroller.mover.step(this.now(), 'other')
    if (!adds || scroller.kept.size >= MOST_KEPT) scroller.kept.clear()
    scroller.kept.set(scroller.kept.size, scroll)
  }

  /** @returns whether a script scrolls to what has come in since it last did: a page that does so is not restless. */
  follows(self: object, extent: number): boolean {
    const known = this.#extents.get(self)
    this.#extents.set(self, extent)
    return known !== extent
  }

  /** Something has scrolled by itself. */
  scrolled(self: object): void {
    const known = this.#scrollers.get(self)
    const scroller = known ?? { mover: new Mover(), kept: newMap() }
    if (!known) this.#scrollers.set(self, scroller)
    if (scroller.mover.step(this.now(), 'other') !== 'hold') return
    this.#held.set(self, scroller)
    this.#settleIn(scroller.mover.quietIn(this.now()))
  }

  letGo(): void {
    this.#held.forEach(scroller => {
      scroller.kept.clear()
      scroller.mover.letGo()
    })
    this.#held.clear()
  }

  #settleIn(ms: number): void {
    if (this.#settling) return
    this.#settling = true
    this.later(() => {
      this.#settling = false
      this.#settle()
    }, ms)
  }

  #settle(): void {
    let next = 0
    this.#held.forEach((scroller, self) => {
      const wait = scroller.mover.quietIn(this.now())
      if (wait > 0) {
        if (next === 0 || wait < next) next = wait
        return
      }
      this.#held.delete(self)
      scroller.mover.end(this.now())
      scroller.kept.forEach(scroll => {
        scroll()
      })
      scroller.kept.clear()
    })
    if (next > 0) this.#settleIn(next)
  }
}
