import { setTimeout as delay } from 'node:timers/promises'
import { type DecodedPng, decode } from 'fast-png'

/** Not a divisor of the usual lengths of movements, so that one is not met in the same phase each time. */
const APART_MS = 270

const PICTURES = 6

/** Part of a page, in CSS pixels, which are those of its pictures too. */
export interface Part {
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Looks at a page for about a second and a half.
 * @param takePicture answers a PNG, always of the same size
 * @returns the names of the parts in which any pixel changes
 */
export async function movingParts(
  takePicture: () => Promise<Uint8Array>,
  parts: readonly Part[],
): Promise<string[]> {
  const pictures = [await takePicture()]
  while (pictures.length < PICTURES) {
    await delay(APART_MS)
    pictures.push(await takePicture())
  }
  return movingIn(pictures, parts)
}

/** @returns the names of the parts of which any pixel differs between the first and another of some PNGs of one size. */
export function movingIn(pictures: readonly Uint8Array[], parts: readonly Part[]): string[] {
  const different = pictures.filter(
    (picture, at) => at === 0 || Buffer.compare(picture, pictures[0] ?? picture),
  )
  const [first, ...others] = different.map(picture => decode(picture))
  const moves = (part: Part) => first !== undefined && others.some(other => differs(first, other, part))
  return parts
    .filter(moves)
    .map(({ name }) => name)
    .sort()
}

function differs(one: DecodedPng, other: DecodedPng, { x, y, width, height }: Part): boolean {
  for (let row = y; row < y + height; row++) {
    const from = (row * one.width + x) * one.channels
    const to = from + width * one.channels
    for (let at = from; at < to; at++) if (one.data[at] !== other.data[at]) return true
  }
  return false
}
