import { type Hold, holdByStyle } from './hold'
import { holdBehindDrawing } from './hold-behind-drawing'
import { holdByAttribute } from './hold-by-attribute'
import type { Known } from './known-pictures'
import { isLikelyToMove } from './may-move'
import { nameFor, paintedOver, paintsCanvas } from './painted'
import { holdsAnything, type PictureElement } from './picture-element'
import { addressOfDrawing, draw, shownSoon } from './snapshot'

/** What is to be held, and as what it is known. */
export interface Wanted {
  readonly picture: PictureElement
  readonly address: string
  readonly known: Exclude<Known, 'still'>
}

/**
 * Holds a picture at its first frame.
 *
 * @param overruled is called when the page has ended the hold by giving the element another picture
 * @param signal aborts when the hold ends for good
 * @returns null when its first frame cannot be had
 */
export async function holdPicture(
  { picture, address, known }: Wanted,
  overruled: () => void,
  signal: AbortSignal,
): Promise<Hold | null> {
  const page = picture.ownerDocument
  if (paintsCanvas(page)) return holdPainted(picture, address, signal)
  const still = known === 'unreadable' ? await drawn(picture, address) : known.still
  const loaded = still && (await load(page, still))
  if (!loaded) return null
  if (picture instanceof SVGImageElement) return holdByAttribute(picture, { address, still }, overruled)
  if (!(picture instanceof HTMLImageElement)) {
    return holdByStyle(picture, paintedOver(picture, `url("${still}")`, loaded))
  }
  const density = loaded.naturalWidth / picture.naturalWidth || 1
  return holdByStyle(picture, { content: `image-set(url("${still}") ${density}x)` })
}

/** @returns a picture of a `data:` address, ready to be shown at once; null when it is damaged. */
export async function load(page: Document, still: string): Promise<HTMLImageElement | null> {
  const picture = page.createElement('img')
  await new Promise(done => {
    picture.onload = done
    picture.onerror = done
    picture.src = still
  })
  // Shown undecoded, it would leave a gap for a frame.
  await picture.decode().catch(() => undefined)
  return picture.naturalWidth > 0 ? picture : null
}

async function holdPainted(
  picture: PictureElement,
  address: string,
  signal: AbortSignal,
): Promise<Hold | null> {
  if (holdsAnything(picture)) return null
  const page = picture.ownerDocument
  const source = picture instanceof HTMLImageElement ? picture : await shownSoon(page, address)
  const canvas = draw(source, ...sharpSize(source))
  if (!canvas) return null
  if (picture instanceof SVGImageElement) return holdBehindDrawing(picture, canvas, signal)
  return holdByStyle(picture, paintedOver(picture, nameFor(page, canvas, signal), source))
}

/** What nobody can read is drawn where there is a reason to. */
async function drawn(picture: PictureElement, address: string): Promise<string | null> {
  if (holdsAnything(picture) || !isLikelyToMove(address)) return null
  const source =
    picture instanceof HTMLImageElement ? picture : await shownSoon(picture.ownerDocument, address)
  const canvas = draw(source)
  return canvas && addressOfDrawing(canvas)
}

/** A drawing without pixels of its own has to be drawn as large as it is seen. */
function sharpSize(picture: HTMLImageElement): [width: number, height: number] {
  const { naturalWidth, naturalHeight, width, height } = picture
  const scale = Math.max(1, (Math.max(width / naturalWidth, height / naturalHeight) || 1) * devicePixelRatio)
  return [naturalWidth * scale, naturalHeight * scale]
}
