import { picturesIn } from './calm/images/archive'

/** Chromium puts a page into one file from what it holds in memory. Firefox has no such thing. */
interface PageCapture {
  saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined>
}

/** Pictures by their address, as they were loaded. */
export type CapturedPictures = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** The file that a capture is written to is at times gone before it can be read. */
const TRIES = 3

/**
 * Takes the pictures that a tab shows from the browser's memory, whatever site they are of: nothing is asked of any
 * network.
 *
 * @returns nothing where the browser has no such thing
 * @throws when it cannot at the moment
 */
export async function capturePictures(tabId: number): Promise<CapturedPictures> {
  const { chrome } = globalThis as { chrome?: { pageCapture?: PageCapture } }
  if (!chrome?.pageCapture) return new Map()
  for (let tries = 1; ; tries++) {
    try {
      const file = await chrome.pageCapture.saveAsMHTML({ tabId })
      return picturesIn((await file?.text()) ?? '')
    } catch (error) {
      if (tries === TRIES) throw error
    }
  }
}
