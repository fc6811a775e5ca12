import { dataUrlOf } from '../calm/images/data-url'

type Bytes = Uint8Array<ArrayBuffer>

/** How light a loss of detail is taken for less to keep, from 0 to 1. */
const QUALITY = 0.85

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
