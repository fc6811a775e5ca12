import { type LivePage, picturesOf } from './live-page'
import { ORIGIN } from './sanitise'

/** How many are taken at a time: each takes the page's main thread for some milliseconds. */
const AT_A_TIME = 4

/**
 * Gives an article's pictures their pixels, from the page as it stands in its tab.
 *
 * @param filled is told each address and its pixels.
 */
export async function fillPictures(
  page: LivePage,
  article: Element,
  filled: (address: string, pixels: string) => void,
): Promise<void> {
  const pictures = article.querySelectorAll(`img[${ORIGIN}]:not([src])`)
  const addresses = [...new Set(Array.from(pictures, picture => picture.getAttribute(ORIGIN) ?? ''))]
  for (let from = 0; from < addresses.length; from += AT_A_TIME) {
    const some = addresses.slice(from, from + AT_A_TIME)
    const taken = await picturesOf(page, some)
    for (const [index, pixels] of taken.entries()) {
      const address = some[index]
      if (!pixels || address === undefined) continue
      givePixels(article, address, pixels)
      filled(address, pixels)
    }
  }
}

/** Shows the pixels of an address wherever a picture of it stands. */
export function givePixels(article: Element, address: string, pixels: string): void {
  for (const picture of article.querySelectorAll<HTMLImageElement>(`img[${ORIGIN}]`)) {
    if (picture.getAttribute(ORIGIN) === address) picture.src = pixels
  }
}
