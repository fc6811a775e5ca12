import type { Page } from 'playwright-core'
import { meanLuminance } from './pixels'

export interface Frame {
  /** Seconds since the epoch, as the browser's compositor says. */
  readonly at: number
  readonly png: Buffer
}

export interface Screencast {
  /** Ends the recording; answers every frame in order. */
  stop(): Promise<readonly Frame[]>
}

/**
 * Records each frame Chromium paints in `page`, across navigations.
 * Frames are small, because the browser skips frames while a large one is on its way.
 */
export async function startScreencast(page: Page): Promise<Screencast> {
  const session = await page.context().newCDPSession(page)
  const frames: Frame[] = []
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    // Acknowledged without waiting: a late answer costs frames, a failed one means the page is gone.
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {})
    frames.push({ at: metadata.timestamp ?? Number.NaN, png: Buffer.from(data, 'base64') })
  })
  await session.send('Page.startScreencast', { format: 'png', maxWidth: 320, maxHeight: 180 })
  return {
    async stop() {
      await session.send('Page.stopScreencast')
      await session.detach()
      return frames
    },
  }
}

/** Mean luminance of the brightest frame. @throws when there is none, so that no check passes on nothing. */
export function brightestLuminance(frames: readonly Frame[]): number {
  if (frames.length === 0) throw new Error('the screencast holds no frame')
  return Math.max(...frames.map(frame => meanLuminance(frame.png)))
}
