import type { Known, KnownPictures } from './known-pictures'
import { isLikelyToMove } from './may-move'
import { nameFor, paintedInstead, paintsCanvas } from './painted'
import { load } from './picture-holds'
import { addressOfDrawing, draw, shownSoon } from './snapshot'
import { addressesIn, type StyledUse, withPictures } from './styled-uses'

/** The first frames of pictures that styles show, made ready before they are shown. */
export class StylePictures {
  /** By address, as a style has them; null while they are made ready, and where they cannot be had. */
  readonly #ready = new Map<string, string | null>()
  /** As what each was known when it was made ready. */
  readonly #madeFrom = new Map<string, Known>()
  readonly #canvases = new Map<string, HTMLCanvasElement>()

  constructor(
    private readonly page: Document,
    private readonly known: KnownPictures,
    private readonly signal: AbortSignal,
  ) {}

  /** @returns whether there is a first frame to show instead. */
  has(url: string): boolean {
    return Boolean(this.#ready.get(url))
  }

  /** Makes ready what has become known of an address. @returns whether there is something new to show. */
  async prepare(url: string): Promise<boolean> {
    const known = this.known.of(url)
    if (!known || known === 'still' || this.has(url) || this.#madeFrom.get(url) === known) return false
    this.#madeFrom.set(url, known)
    const ready = paintsCanvas(this.page)
      ? await this.#painted(url)
      : await this.#embedded(known === 'unreadable' ? await this.#drawn(url) : known.still)
    this.#ready.set(url, ready)
    return ready !== null
  }

  /** @returns the styles that show first frames in the place of what moves; null where there is no way to. */
  stylesFor({ element, pseudo, place, value }: StyledUse): Keyframe | null {
    if (paintsCanvas(this.page)) {
      if (place === 'content') {
        const [url = ''] = addressesIn(value)
        const [name, canvas] = [this.#ready.get(url), this.#canvases.get(url)]
        return pseudo && name && canvas
          ? paintedInstead(getComputedStyle(element, pseudo), name, canvas)
          : null
      }
      // A painted mark is tiny: the list's own marks stand in for it.
      if (place === 'listStyleImage')
        return addressesIn(value).some(isLikelyToMove) ? { [place]: 'none' } : null
    }
    return { [place]: withPictures(value, url => this.#ready.get(url) ?? undefined) }
  }

  async #painted(url: string): Promise<string | null> {
    const picture = await shownSoon(this.page, url)
    const canvas = draw(picture)
    if (!canvas || this.signal.aborted) return null
    this.#canvases.set(url, canvas)
    return nameFor(this.page, canvas, this.signal)
  }

  async #drawn(url: string): Promise<string | null> {
    const picture = await shownSoon(this.page, url)
    const canvas = draw(picture)
    return canvas && addressOfDrawing(canvas)
  }

  async #embedded(address: string | null): Promise<string | null> {
    if (!address || !(await load(this.page, address))) return null
    return `url("${address}")`
  }
}
