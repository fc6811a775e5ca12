import type { Root } from '../page/roots'
import { mayMove } from './may-move'

/** Pictures that stand in a style itself, or in a property of the page's own making, are told of by nothing. */
const UNTOLD = /data:image\/(?!jpe?g)|--[\w-]+\s*:[^;}]*url\(/i

/** Who makes the browser load what a style shows: style sheets, and the elements with an attribute for it. */
const BY_STYLE = /^(css|body|table|thead|tbody|tfoot|tr|td|th|col|colgroup)$/

/** What scripts load for themselves is not shown. */
const BY_SCRIPT = /^(fetch|xml)/

/**
 * Tells of the address of everything that a page loads, and whether a style has named it, now and later, until `signal`
 * aborts. It is the browser that tells; of what the extension itself made it load it does not.
 */
export function watchLoaded(told: (url: string, byStyle: boolean) => void, signal: AbortSignal): void {
  const observer = new PerformanceObserver(list => {
    for (const entry of list.getEntries()) {
      if (!(entry instanceof PerformanceResourceTiming) || BY_SCRIPT.test(entry.initiatorType)) continue
      told(entry.name, BY_STYLE.test(entry.initiatorType))
    }
  })
  observer.observe({ type: 'resource', buffered: true })
  signal.addEventListener('abort', () => observer.disconnect())
}

/** @returns the sheets of a root, those that scripts have given it too. */
export const sheetsOf = (root: Root): CSSStyleSheet[] => [...root.styleSheets, ...root.adoptedStyleSheets]

/** @returns whether a root's style sheets show pictures that may move; one that may not be read may do so. */
export const sheetsShowPictures = (root: Root): boolean =>
  sheetsOf(root).some(
    sheet =>
      textsOf(sheet)?.some(text =>
        [...text.matchAll(/url\("?([^")]*)/g)].some(([, url = '']) => mayMove(url)),
      ) ?? true,
  )

/** @returns the text of the rules that show pictures which reading the page does not tell of: all in shadow roots. */
export function untold(root: Root, sheet: CSSStyleSheet): string[] {
  const pattern = root instanceof ShadowRoot || !sheet.ownerNode ? /url\(/ : UNTOLD
  return textsOf(sheet)?.filter(text => pattern.test(text)) ?? []
}

/** @returns the text of each rule; null for a sheet of another origin, which may not be read. */
function textsOf(sheet: CSSStyleSheet): string[] | null {
  try {
    return Array.from(sheet.cssRules, ({ cssText }) => cssText)
  } catch {
    return null
  }
}
