import { Mover } from '../pins/mover'
import { HeldSet, type HoldingWorld } from './held-set'
import { newMap, newWeakMap } from './natives'

interface Receiver {
  readonly mover: Mover
  /** What is to be done once it has come to its end, in order. */
  readonly kept: Map<number, () => void>
}

/** More than this is not kept of what has to be done in a row. */
const MOST_KEPT = 1000

/**
 * Holds calls that answer nothing and move something again and again: scrolling, what is selected, the focus. They are done once that has
 * come to its end, and never where the person comes first: what they have in view or selected by then is theirs.
 */
export class HeldCalls {
  readonly #receivers = newWeakMap<object, Receiver>()
  readonly #held: HeldSet<Receiver>

  constructor(private readonly world: HoldingWorld) {
    this.#held = new HeldSet(world, ({ kept }, ended) => {
      if (ended)
        kept.forEach(call => {
          try {
            call()
          } catch {
            // What it speaks of has gone meanwhile; nobody waits for an answer any more.
          }
        })
      kept.clear()
    })
  }

  isHeld(self: object): boolean {
    const receiver = this.#held.size > 0 && this.#receivers.get(self)
    return receiver !== undefined && receiver !== false && this.#held.has(receiver)
  }

  /** Keeps a call. @param adds whether it goes on from where the one before has led */
  keep(self: object, call: () => void, adds: boolean): void {
    const receiver = this.#receivers.get(self)
    if (!receiver) return
    receiver.mover.step(this.world.now(), 'other')
    if (!adds || receiver.kept.size >= MOST_KEPT) receiver.kept.clear()
    receiver.kept.set(receiver.kept.size, call)
  }

  /** A script has moved something. */
  moved(self: object): void {
    const { world } = this
    if (world.isLooking()) world.report()
    if (world.isLooking() || world.isTheirs()) return
    const known = this.#receivers.get(self)
    const receiver = known ?? { mover: new Mover(), kept: newMap() }
    if (!known) this.#receivers.set(self, receiver)
    if (receiver.mover.step(world.now(), 'other') === 'hold') this.#held.add(receiver)
  }

  letGo(): void {
    this.#held.letGo()
  }
}
