import { mayMove } from './may-move'
import { paintsCanvas } from './painted'
import { withoutPart } from './picture-element'

/** More than this is not drawn, in pixels: what is that large is a photo. */
const MOST_PIXELS = 8_000_000

/**
 * Draws the first frame of a picture, which is what a canvas is given of one that moves.
 * @returns null when there is nothing to draw
 */
export function draw(picture: HTMLImageElement, width?: number, height?: number): HTMLCanvasElement | null {
  const canvas = picture.ownerDocument.createElement('canvas')
  canvas.width = Math.round(width ?? picture.naturalWidth)
  canvas.height = Math.round(height ?? picture.naturalHeight)
  const area = canvas.width * canvas.height
  const paint = area > 0 && area <= MOST_PIXELS ? canvas.getContext('2d') : null
  if (!paint) return null
  try {
    paint.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return canvas
  } catch {
    // It is broken.
    return null
  }
}

/** @returns the drawing as a `data:` address; null when it holds a picture of another origin, which nobody may read. */
export function addressOfDrawing(canvas: HTMLCanvasElement): string | null {
  try {
    return canvas.toDataURL()
  } catch {
    return null
  }
}

/** What Firefox has told to be loaded. */
const loaded = new Set<string>()

/** What waits for a picture, by its address. */
const waiting = new Map<string, PromiseWithResolvers<HTMLImageElement>>()

/** These are in the page's memory: nothing is asked of the network for them. */
const IN_MEMORY = /^(data|blob):/

/** The browser tells that something has been loaded: what waits for it goes on. */
export function cameFrom(page: Document, url: string): void {
  const address = withoutPart(url)
  if (paintsCanvas(page) && mayMove(address)) loaded.add(address)
  if (waiting.has(address)) shownSoon(page, address)
}

/** A page has loaded all that it shows from its start, whether that was told or not. */
export function allCame(page: Document): void {
  for (const address of [...waiting.keys()]) shownSoon(page, address)
}

/**
 * The picture that the page shows from an address already, for drawing. It comes out of the document's own list of
 * pictures, at once; where it is not there, the address is taken away again before anything is asked of the network.
 */
export function shownNow(page: Document, url: string): HTMLImageElement | null {
  // Firefox begins to load at once: there the browser has to have told that it is loaded.
  if (paintsCanvas(page) && !loaded.has(withoutPart(url)) && !IN_MEMORY.test(url)) return null
  const picture = page.createElement('img')
  picture.src = url
  if (picture.complete && picture.naturalWidth > 0) return picture
  picture.removeAttribute('src')
  return null
}

/** @returns the picture that the page shows from an address, now or once the browser has told that it is there. */
export function shownSoon(page: Document, url: string): Promise<HTMLImageElement> {
  const address = withoutPart(url)
  const picture = shownNow(page, url)
  const wait = waiting.get(address) ?? Promise.withResolvers<HTMLImageElement>()
  waiting.set(address, wait)
  if (picture) {
    waiting.delete(address)
    wait.resolve(picture)
  }
  return wait.promise
}
