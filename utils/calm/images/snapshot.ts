import { paintsCanvas } from './painted'

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

/**
 * The picture that the page shows from an address already, for drawing. It comes out of the document's own list of
 * pictures, at once; where it is not there, the address is taken away again before anything is asked of the network.
 */
export function shownNow(page: Document, url: string): HTMLImageElement | null {
  // Firefox begins to load at once: there the browser has to have told that it is loaded.
  if (paintsCanvas(page) && performance.getEntriesByName(url).length === 0) return null
  const picture = page.createElement('img')
  picture.src = url
  if (picture.complete && picture.naturalWidth > 0) return picture
  picture.removeAttribute('src')
  return null
}

/** How often, and how far apart in milliseconds, a picture is looked for that may not have loaded yet. */
const TRIES = 8
const APART_MS = 500

/** @returns the picture that the page shows from an address, now or soon; null when it does not. */
export async function shownSoon(page: Document, url: string): Promise<HTMLImageElement | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const picture = shownNow(page, url)
    if (picture) return picture
    await new Promise(resolve => setTimeout(resolve, APART_MS))
  }
  return null
}
