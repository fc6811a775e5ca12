import { rulesOf } from '../page/media-queries'

/** What such hosts serve are letters, which have no colours. */
const LETTERS_ONLY = /^fonts\.|\.(typekit\.net|typography\.com)$/

/** Whether styles of other origins, which no script may read or which have yet to come, take part in a page's colours. */
export function hasClosedSheets(page: Document): boolean {
  return [...page.querySelectorAll<HTMLLinkElement>('link[rel~=stylesheet][href]')].some(
    ({ href, sheet, media, disabled }) => {
      if (!URL.canParse(href)) return false
      const { origin, hostname } = new URL(href)
      const isReadable = origin === location.origin || (sheet && rulesOf(sheet))
      return !isReadable && !disabled && matchMedia(media).matches && !LETTERS_ONLY.test(hostname)
    },
  )
}
