import { join, spells, viewOf } from './bytes'

const SIGNATURE = 8
/** Length and type before a chunk's data, and a checksum after it. */
const AROUND = 12

/** @returns a PNG of the first frame alone; null when the bytes are no PNG of more than one. */
export function stillPng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (!spells(bytes, 0, '\x89PNG\r\n\x1a\n')) return null
  const view = viewOf(bytes)
  const kept = [bytes.subarray(0, SIGNATURE)]
  let frames = 0
  let moves = false
  for (let at = SIGNATURE; at + AROUND <= bytes.length; ) {
    const end = at + AROUND + view.getUint32(at)
    const chunk = bytes.subarray(at, end)
    if (is(chunk, 'fcTL')) frames++
    if (is(chunk, 'acTL') && chunk.length === AROUND + 8) {
      moves = view.getUint32(at + 8) > 1
      kept.push(oneFrame(chunk))
    } else if (frames < 2 || !(is(chunk, 'fcTL') || is(chunk, 'fdAT'))) kept.push(chunk)
    at = end
  }
  return moves ? join(kept) : null
}

const is = (chunk: Uint8Array, type: string): boolean => spells(chunk, 4, type)

/** The chunk that tells how many frames there are, telling of one. */
function oneFrame(chunk: Uint8Array): Uint8Array {
  const one = chunk.slice()
  viewOf(one).setUint32(8, 1)
  viewOf(one).setUint32(one.length - 4, checksum(one.subarray(4, -4)))
  return one
}

/** CRC-32, as PNG wants it. */
function checksum(bytes: Uint8Array): number {
  let sum = -1
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}
