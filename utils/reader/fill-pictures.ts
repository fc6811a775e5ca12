import { type CapturedPictures, capturePictures } from '../page-capture'
import { drawnOnce } from './drawn-once'
import { type LivePage, MAX_PICTURE, picturesOf } from './live-page'
import { type ArticleWords, ORIGIN, replaceByLink } from './sanitise'

/** How many are taken at a time: each takes the page's main thread for some milliseconds. */
const AT_A_TIME = 4

/**
 * Takes the pixels of an article's pictures from the page as it stands in its tab: drawn there where that is allowed, and
 * otherwise from what the browser holds in memory.
 *
 * @param taken is told each address and its pixels, as a `data:` address; null where they cannot be had.
 */
export async function takePixels(
  page: LivePage,
  article: Element,
  taken: (address: string, pixels: string | null) => void,
): Promise<void> {
  const pictures = article.querySelectorAll(`img[${ORIGIN}]:not([src])`)
  const addresses = [...new Set(Array.from(pictures, picture => picture.getAttribute(ORIGIN) ?? ''))]
  const refused: string[] = []
  for (let from = 0; from < addresses.length; from += AT_A_TIME) {
    const some = addresses.slice(from, from + AT_A_TIME)
    const drawn = await picturesOf(page, some)
    for (const [index, address] of some.entries()) {
      const pixels = drawn[index]
      if (pixels) taken(address, pixels)
      else refused.push(address)
    }
  }
  if (refused.length === 0) return
  const captured = await capturePictures(page.tabId).catch((): CapturedPictures => new Map())
  for (const address of refused) {
    const bytes = captured.get(address)
    taken(address, bytes ? await drawnOnce(bytes, MAX_PICTURE) : null)
  }
}

/** Shows the pixels of an address wherever a picture of it stands; a link where there are none. */
export function givePixels(
  article: Element,
  address: string,
  pixels: string | null,
  words: ArticleWords,
): void {
  for (const picture of article.querySelectorAll<HTMLImageElement>(`img[${ORIGIN}]`)) {
    if (picture.getAttribute(ORIGIN) !== address) continue
    if (pixels) picture.src = pixels
    else replaceByLink(picture, address, words)
  }
}
