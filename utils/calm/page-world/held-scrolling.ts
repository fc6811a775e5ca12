import { Mover } from '../pins/mover'
import { newMap, newWeakMap } from './natives'

interface Scroller {
  readonly mover: Mover
  /** How large what it scrolls was: a page that follows what comes in is not restless. */
  extent: number
  /** What is to be done once it has come to its end, in order. */
  readonly kept: Map<number, () => void>
}

/** More than this is not kept of what has to be done in a row. */
const MOST_KEPT = 1000

/** Holds scrolling that goes on by itself. It arrives where it was going once it has come to its end. */
export class HeldScrolling {
  readonly #scrollers = newWeakMap<object, Scroller>()
  readonly #held = newMap<object, Scroller>()
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

  /** Something has scrolled by itself. @param extent how large what it scrolls is, in CSS pixels */
  scrolled(self: object, extent: number): void {
    const known = this.#scrollers.get(self)
    const scroller = known ?? { mover: new Mover(), extent, kept: newMap() }
    if (!known) this.#scrollers.set(self, scroller)
    const grown = scroller.extent !== extent
    scroller.extent = extent
    if (grown || scroller.mover.step(this.now(), 'other') !== 'hold') return
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
