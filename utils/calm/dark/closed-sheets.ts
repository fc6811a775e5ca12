import { rulesOf } from '../page/media-queries'

/** What these hosts serve are letters, which have no colours. */
const LETTERS_ONLY = /(^|\.)(fonts\.googleapis\.com|fonts\.bunny\.net|typekit\.net|typography\.com)$/

/** Whether styles of other origins, which no script may read, take part in the colours of a page. */
export function hasClosedSheets(page: Document): boolean {
  return [...page.styleSheets].some(
    sheet => !sheet.disabled && isForScreen(page, sheet) && rulesOf(sheet) === null && !hasLettersOnly(sheet),
  )
}

function isForScreen(page: Document, { media }: CSSStyleSheet): boolean {
  return media.length === 0 || page.defaultView?.matchMedia(media.mediaText).matches === true
}

function hasLettersOnly({ href }: CSSStyleSheet): boolean {
  return href !== null && LETTERS_ONLY.test(new URL(href).hostname)
}
