import { setTimeout as delay } from 'node:timers/promises'
import { differingShare } from './pixels'

/** Not a divisor of the usual lengths of animations, so that one is not met in the same phase each time. */
const APART_MS = 260

const PICTURES = 6

/**
 * The share of a page that moves: the largest share of pixels by which two of several pictures differ, taken over about
 * a second and a half.
 * Stops early once more than `enough` moves.
 * @param takePicture answers a PNG, always of the same size
 */
export async function residualMotion(
  takePicture: () => Promise<Uint8Array>,
  enough = Number.POSITIVE_INFINITY,
): Promise<number> {
  const first = await takePicture()
  let most = 0
  for (let taken = 1; taken < PICTURES && most <= enough; taken++) {
    await delay(APART_MS)
    most = Math.max(most, differingShare(first, await takePicture()))
  }
  return most
}
