import type { Root } from '../page/roots'
import { sheetsOf, untold } from './style-addresses'
import { addressesIn } from './styled-uses'

/** @returns the pictures that style sheets of a root show and nothing else tells of; none of sheets in `seen`. */
export function writtenIn(root: Root, seen: WeakSet<CSSStyleSheet>): string[] {
  const fresh = sheetsOf(root).filter(sheet => !seen.has(sheet))
  return fresh.flatMap(sheet => {
    seen.add(sheet)
    return untold(root, sheet)
      .flatMap(addressesIn)
      .flatMap(url => whole(url, sheet.href ?? document.baseURI))
  })
}

/** @returns the pictures in the style attributes of a root, whole. */
export function inlineIn(root: Root): string[] {
  return [...root.querySelectorAll<HTMLElement>('[style*="url("]')].flatMap(({ style, baseURI }) =>
    addressesIn(style?.cssText ?? '').flatMap(url => whole(url, baseURI)),
  )
}

const whole = (url: string, base: string): string[] =>
  URL.canParse(url, base) ? [new URL(url, base).href] : []
