import { stillAvif } from './avif'
import { stillGif } from './gif'
import { stillPng } from './png'
import { stillSvg } from './svg'
import { stillWebp } from './webp'

/** A picture file and the media type it is to be shown as. */
export interface Picture {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const FORMATS = [
  ['image/gif', stillGif],
  ['image/png', stillPng],
  ['image/webp', stillWebp],
  ['image/avif', stillAvif],
  ['image/svg+xml', stillSvg],
] as const

/**
 * Cuts the first frame out of a picture that moves. The bytes decide what format it is, not its name.
 * @returns null when it does not move, or is none of the formats that can. Never throws, whatever the bytes.
 */
export function stillOf(bytes: Uint8Array): Picture | null {
  for (const [type, still] of FORMATS) {
    const cut = still(bytes)
    if (cut) return { type, bytes: cut }
  }
  return null
}
