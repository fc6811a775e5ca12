import { setTimeout as delay } from 'node:timers/promises'
import { differingShare } from './pixels'

/** How long the picture has to stay the same before it counts as still. */
const STILL_MS = 250

/**
 * Waits until the picture stands still: nothing fades, slides or loads any more.
 * The picture is the one thing to watch: Luwte leaves no event or name in a page by which a test could tell.
 * @throws when it still changes after `within` ms, with the share of pixels that do.
 */
export async function untilStill(takePicture: () => Promise<Uint8Array>, within = 5000): Promise<Uint8Array> {
  const deadline = Date.now() + within
  let picture = await takePicture()
  for (;;) {
    await delay(STILL_MS)
    const next = await takePicture()
    const share = differingShare(picture, next)
    if (share === 0) return next
    if (Date.now() > deadline) throw new Error(`the page still moves: ${(share * 100).toFixed(2)} % of it`)
    picture = next
  }
}
