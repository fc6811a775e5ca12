import type { PictureReading } from '@/utils/calm/page/picture-reader'
import type { RequestOf } from '@/utils/messages'
import { type CapturedPictures, capturePictures } from '@/utils/page-capture'
import { dataUrlOf } from '../images/data-url'
import { stillOf } from '../images/formats/still'

/** A tab is captured at most a third of the time, whichever of its frames asks: a capture holds up the page. */
const PAUSES = 2

/** For each tab the capture under way with the pause after it, and the one that waits for it: what asks meanwhile shares that one. */
const underway = new Map<number, Promise<unknown>>()
const waiting = new Map<number, Promise<CapturedPictures>>()

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

function captured(tabId: number): Promise<CapturedPictures> {
  const shared = waiting.get(tabId)
  if (shared) return shared
  const mine = Promise.resolve(underway.get(tabId)).then(() => {
    waiting.delete(tabId)
    const begin = performance.now()
    const running = capturePictures(tabId)
    const done = async () => {
      await new Promise(rested => setTimeout(rested, (performance.now() - begin) * PAUSES))
      if (underway.get(tabId) === ended) underway.delete(tabId)
    }
    const ended = running.then(done, done)
    underway.set(tabId, ended)
    return running
  })
  waiting.set(tabId, mine)
  return mine
}
