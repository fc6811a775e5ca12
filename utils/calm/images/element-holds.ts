import type { Hold } from './hold'
import type { Known, KnownPictures } from './known-pictures'
import type { Player } from './on-request'
import { paintsCanvas } from './painted'
import { addressOf, type PictureElement, withoutPart } from './picture-element'
import { holdPicture } from './picture-holds'

interface Held {
  readonly address: string
  readonly known: Known
  readonly ending: AbortController
  /** Null while its first frame is made ready, and when it cannot be had. */
  hold: Hold | null
}

/** Whether a style has an element show another picture than its own. In Chromium that is how pictures are held. */
const showsAnother = (picture: PictureElement): boolean =>
  paintsCanvas(picture.ownerDocument) && getComputedStyle(picture).content.startsWith('url(')

/** The elements that are pictures, held at their first frames. */
export class ElementHolds {
  readonly #held = new WeakMap<PictureElement, Held>()
  readonly #elements = new Set<WeakRef<PictureElement>>()
  readonly #addresses = new Set<string>()

  constructor(private readonly known: KnownPictures) {}

  /** Holds a picture if it moves. Where it shows another one by now, the hold on the one before ends. */
  look(picture: PictureElement): void {
    const before = this.#held.get(picture)
    const address = addressOf(picture)
    if (!address || this.#isOwn(picture, address)) return
    // What is painted in its place would hide the one that is held because pictures take turns.
    if (showsAnother(picture)) {
      this.#end(picture)
      return
    }
    const known = this.#knownOf(picture, address)
    if (before?.address === address && (before.known === known || before.hold)) return
    this.#end(picture)
    if (!known || known === 'still') return
    const held: Held = { address, known, ending: new AbortController(), hold: null }
    this.#held.set(picture, held)
    // What is painted in the place of a poster would hide the video.
    const played = () => this.#end(picture)
    if (picture instanceof HTMLVideoElement)
      picture.addEventListener('play', played, { signal: held.ending.signal })
    if (!before) this.#elements.add(new WeakRef(picture))
    const overruled = () => {
      held.hold = null
      this.#end(picture)
    }
    void holdPicture({ picture, address, known }, overruled, held.ending.signal).then(hold => {
      held.hold = hold
      // Meanwhile it may have been given another picture, or calm mode may have gone.
      if (hold && held.ending.signal.aborted) hold.play()
    })
  }

  /** Something has been loaded, which could not be read before. */
  loaded(picture: PictureElement): void {
    if (!(picture instanceof HTMLImageElement)) this.known.again(addressOf(picture))
    this.look(picture)
  }

  /** @returns whether an element has shown what is at this address. */
  show(address: string): boolean {
    return this.#addresses.has(address)
  }

  players(): Player[] {
    return this.#all().flatMap(({ element, held: { hold } }) =>
      hold && element.isConnected && !(element instanceof HTMLVideoElement)
        ? [{ element, hold, isPicture: true }]
        : [],
    )
  }

  release(): void {
    for (const { element } of this.#all()) this.#end(element)
  }

  /** Some pictures are known by another size of them, the one the browser would show without a choice. */
  #knownOf(picture: PictureElement, address: string) {
    this.#addresses.add(address)
    const known = this.known.of(address)
    const other = picture instanceof HTMLImageElement ? withoutPart(picture.src) : ''
    if (!other || other === address || other.startsWith('data:')) return known
    this.#addresses.add(other)
    const byOther = this.known.of(other)
    return known === 'unreadable' ? byOther : known
  }

  /** Whether the address is the first frame that a hold has set. */
  #isOwn(picture: PictureElement, address: string): boolean {
    return address.startsWith('data:') && Boolean(this.#held.get(picture)?.hold?.sets?.(address))
  }

  #end(picture: PictureElement): void {
    const held = this.#held.get(picture)
    if (!held) return
    held.ending.abort()
    held.hold?.play()
    this.#held.delete(picture)
  }

  #all(): { element: PictureElement; held: Held }[] {
    return [...this.#elements].flatMap(reference => {
      const element = reference.deref()
      const held = element && this.#held.get(element)
      if (!element) this.#elements.delete(reference)
      return element && held ? [{ element, held }] : []
    })
  }
}
