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
  const first = decode(await takePicture())
  const moving = new Set<string>()
  for (let taken = 1; taken < PICTURES; taken++) {
    await delay(APART_MS)
    const next = decode(await takePicture())
    for (const part of parts) if (differs(first, next, part)) moving.add(part.name)
  }
  return [...moving].sort()
}

function differs(one: DecodedPng, other: DecodedPng, { x, y, width, height }: Part): boolean {
  for (let row = y; row < y + height; row++) {
    const from = (row * one.width + x) * one.channels
    const to = from + width * one.channels
    for (let at = from; at < to; at++) if (one.data[at] !== other.data[at]) return true
  }
  return false
}
