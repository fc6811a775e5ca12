import { isRecount } from '../page-world/news'
import type { Holder } from './holder'
import { Mover } from './mover'
import type { PinnedValues } from './pinned-values'

/** A picture that is changed more slowly than this, in milliseconds, for one that differs by a number is a new one. */
const NEWS_MS = 700

/** Holds pictures that are changed for others again and again. */
export class MovedPictures implements Holder {
  readonly #movers = new WeakMap<HTMLImageElement, Mover>()
  readonly #held = new Set<HTMLImageElement>()
  #changed = new Map<HTMLImageElement, string>()

  constructor(private readonly pins: PinnedValues) {}

  note({ type, target, attributeName, oldValue }: MutationRecord): boolean {
    if (type !== 'attributes' || attributeName !== 'src' || !(target instanceof HTMLImageElement))
      return false
    if (!oldValue || this.#changed.has(target)) return false
    this.#changed.set(target, oldValue)
    return true
  }

  look(now: number, isTheirs: boolean): void {
    const changed = this.#changed
    this.#changed = new Map()
    for (const [image, before] of changed) {
      const mover = this.#movers.get(image) ?? new Mover()
      this.#movers.set(image, mover)
      const isNew = mover.pace > NEWS_MS && isRecount(before, image.getAttribute('src') ?? '')
      if (isNew || (isTheirs && !mover.held)) continue
      if (mover.step(now, 'swap', image.width * image.height > 0) !== 'hold') continue
      this.#held.add(image)
      const address = new URL(before, image.baseURI).href
      this.pins.pin(image, new Map([['content', `url(${JSON.stringify(address)})`]]))
    }
  }

  settle(now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const image of this.#held) {
      const mover = this.#movers.get(image)
      const wait = mover?.quietIn(now) ?? 0
      if (wait > 0) next = Math.min(next, wait)
      else {
        this.#free(image)
        mover?.end(now)
      }
    }
    return next
  }

  letGo(): void {
    for (const image of this.#held) {
      this.#free(image)
      this.#movers.get(image)?.letGo()
    }
  }

  #free(image: HTMLImageElement): void {
    this.#held.delete(image)
    this.pins.unpin(image)
  }
}
