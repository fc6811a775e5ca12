import { spells, viewOf } from './bytes'

/** Length, type, major brand and version of the box that a file begins with. */
const HEADER = 16

/**
 * A sequence in AVIF holds a still picture as well, which is shown by who is not told of the sequence.
 * @returns the same file without a word of it; null when the bytes are no AVIF sequence.
 */
export function stillAvif(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (bytes.length < HEADER || !spells(bytes, 4, 'ftyp')) return null
  const end = Math.min(bytes.length - 3, viewOf(bytes).getUint32(0))
  const brands: number[] = []
  for (let at = 8; at < end; at += 4) if (spells(bytes, at, 'avis')) brands.push(at)
  if (brands.length === 0) return null
  const still = new Uint8Array(bytes)
  for (const at of brands) still[at + 3] = 'f'.charCodeAt(0)
  return still
}
