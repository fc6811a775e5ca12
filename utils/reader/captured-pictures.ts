import { picturesIn } from '../calm/images/archive'
import { dataUrlOf } from '../calm/images/data-url'

/** Chromium puts a page into one file from what it holds in memory. Firefox has no such thing. */
interface PageCapture {
  saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined>
}

type Bytes = Uint8Array<ArrayBuffer>

/** The file that a capture is written to is at times gone before it can be read. */
const TRIES = 3

/** How light a loss of detail is taken for less to keep, from 0 to 1. */
const QUALITY = 0.85

/**
 * Takes the pictures that a tab shows from the browser's memory, whatever site they are of: nothing is asked of any network.
 *
 * @returns the bytes of each by its address; none where the browser cannot do so.
 */
export async function capturedPictures(tabId: number): Promise<ReadonlyMap<string, Bytes>> {
  const { pageCapture } = (globalThis as { chrome?: { pageCapture?: PageCapture } }).chrome ?? {}
  for (let tries = 0; pageCapture && tries < TRIES; tries++) {
    try {
      const file = await pageCapture.saveAsMHTML({ tabId })
      return picturesIn((await file?.text()) ?? '')
    } catch {
      // Once more.
    }
  }
  return new Map()
}

/**
 * Draws a picture once: what moves stands still, and what it carries beside its pixels stays behind.
 *
 * @param maxPixels it is made smaller than that, in width and in height.
 * @returns a `data:` address; null for what is no picture.
 */
export async function drawnOnce(bytes: Bytes, maxPixels: number): Promise<string | null> {
  const picture = await decoded(bytes)
  const { width = 0, height = 0 } = picture ?? {}
  if (!picture || width === 0 || height === 0) return null
  const scale = Math.min(1, maxPixels / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/webp', QUALITY)
}

async function decoded(bytes: Bytes): Promise<ImageBitmap | HTMLImageElement | null> {
  try {
    return await createImageBitmap(new Blob([bytes]))
  } catch {
    return drawing(bytes)
  }
}

/** A drawing (SVG) is shown by an element alone, where it runs and loads nothing. */
async function drawing(bytes: Bytes): Promise<HTMLImageElement | null> {
  const image = new Image()
  image.src = dataUrlOf({ type: 'image/svg+xml', bytes })
  try {
    await image.decode()
    return image
  } catch {
    return null
  }
}
