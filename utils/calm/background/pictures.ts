import type { PictureReading } from '@/utils/calm/page/picture-reader'
import type { RequestOf } from '@/utils/messages'
import { picturesIn } from '../images/archive'
import { dataUrlOf } from '../images/data-url'
import { stillOf } from '../images/formats/still'

/** Chromium puts a page into one file from what it holds in memory. Firefox has no such thing. */
interface PageCapture {
  saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined>
}

type Pictures = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** The file that a capture is written to is at times gone before it can be read. */
const TRIES = 3

/** For each tab the capture under way, and the one that waits for it: what asks meanwhile shares that one. */
const underway = new Map<number, Promise<unknown>>()
const waiting = new Map<number, Promise<Pictures>>()

/** Reads the pictures that a tab shows, without asking the network for anything. */
export async function readPicturesIn(
  tabId: number,
  { urls, known }: Pick<RequestOf<'calm.pictures'>, 'urls' | 'known'>,
): Promise<PictureReading> {
  const stills: Record<string, string | null> = {}
  for (const [url, bytes] of await captured(tabId)) {
    if (known.includes(url)) continue
    const still = stillOf(bytes)
    if (still) stills[url] = dataUrlOf(still)
    else if (urls.includes(url)) stills[url] = null
  }
  return { stills }
}

function captured(tabId: number): Promise<Pictures> {
  const shared = waiting.get(tabId)
  if (shared) return shared
  const mine = Promise.resolve(underway.get(tabId)).then(() => {
    waiting.delete(tabId)
    const running = capture(tabId)
    const done = () => {
      if (underway.get(tabId) === ended) underway.delete(tabId)
    }
    const ended = running.then(done, done)
    underway.set(tabId, ended)
    return running
  })
  waiting.set(tabId, mine)
  return mine
}

/**
 * @returns nothing where the browser has no such thing
 * @throws when it cannot at the moment
 */
async function capture(tabId: number): Promise<Pictures> {
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
