import { isRecount } from '../page-world/news'
import type { Holder } from './holder'
import { Mover } from './mover'
import type { PinnedValues } from './pinned-values'
import { letGo, settle } from './settle'

/** A picture that is changed more slowly than this, in milliseconds, for one that differs by a number is a new one. */
const NEWS_MS = 700

interface Picture {
  readonly image: HTMLImageElement
  readonly mover: Mover
}

/** Holds pictures that are changed for others again and again. */
export class MovedPictures implements Holder {
  readonly #pictures = new WeakMap<HTMLImageElement, Picture>()
  readonly #held = new Set<Picture>()
  #changed = new Map<HTMLImageElement, string>()

  constructor(private readonly pins: PinnedValues) {}

  note({ type, target, attributeName, oldValue }: MutationRecord): boolean {
    if (type !== 'attributes' || !oldValue || !attributeName?.startsWith('src')) return false
    const image = target instanceof HTMLSourceElement ? target.parentElement?.querySelector('img') : target
    if (!(image instanceof HTMLImageElement) || this.#changed.has(image)) return false
    // Of a set, its first picture stands for all.
    this.#changed.set(image, attributeName === 'src' ? oldValue : (/[^\s,]+/.exec(oldValue)?.[0] ?? ''))
    return true
  }

  look(now: number, isTheirs: boolean): void {
    const changed = this.#changed
    this.#changed = new Map()
    for (const [image, before] of changed) {
      const picture = this.#pictures.get(image) ?? { image, mover: new Mover() }
      this.#pictures.set(image, picture)
      const { mover } = picture
      const isNew = mover.pace > NEWS_MS && isRecount(before, image.getAttribute('src') ?? '')
      if (isNew || (isTheirs && !mover.held)) continue
      if (mover.step(now, 'swap', image.width * image.height > 0) !== 'hold') continue
      this.#held.add(picture)
      const address = new URL(before, image.baseURI).href
      this.pins.pin(image, new Map([['content', `url(${JSON.stringify(address)})`]]))
    }
  }

  settle(now: number): number {
    return settle(this.#held, picture => this.#free(picture), now)
  }

  letGo(): void {
    letGo(this.#held, picture => this.#free(picture))
  }

  #free(picture: Picture): void {
    this.#held.delete(picture)
    this.pins.unpin(picture.image)
  }
}
