import { join, spells, viewOf } from './bytes'

/** `RIFF`, the length of what follows, and `WEBP`. */
const HEADER = 12

/** @returns a WebP of the first frame alone; null when the bytes are no WebP of more than one. */
export function stillWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (!spells(bytes, 0, 'RIFF') || !spells(bytes, 8, 'WEBP')) return null
  const view = viewOf(bytes)
  const kept = [bytes.subarray(0, HEADER)]
  let frames = 0
  for (let at = HEADER; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true)
    const end = at + 8 + length + (length % 2)
    if (!spells(bytes, at, 'ANMF') || ++frames === 1) kept.push(bytes.subarray(at, end))
    at = end
  }
  if (frames < 2) return null
  const still = join(kept)
  viewOf(still).setUint32(4, still.length - 8, true)
  return still
}
