import { join, spells } from './bytes'

const EXTENSION = 0x21
const IMAGE = 0x2c
const TRAILER = 0x3b

/** @returns a GIF of the first frame alone; null when the bytes are no GIF of more than one. */
export function stillGif(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (!spells(bytes, 0, 'GIF8')) return null
  let firstEnds = 0
  let at = 13 + tableLength(bytes[10])
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === EXTENSION) at = afterSubBlocks(bytes, at + 2)
    else if (block !== IMAGE) return null
    else if (firstEnds > 0) return join([bytes.subarray(0, firstEnds), Uint8Array.of(TRAILER)])
    else {
      at = afterSubBlocks(bytes, at + 11 + tableLength(bytes[at + 9]))
      firstEnds = at
    }
  }
  return null
}

/** A table of colours is announced, with its size, in the lowest and highest bits of a byte. */
const tableLength = (flags = 0): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)

function afterSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from
  for (let length = bytes[at]; length; length = bytes[at]) at += 1 + length
  return at + 1
}
