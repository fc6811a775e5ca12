import type { Root } from '../page/roots'

/** Where a style may show a picture. */
const PLACES = ['backgroundImage', 'borderImageSource', 'listStyleImage', 'maskImage', 'content'] as const

const PSEUDO = [undefined, '::before', '::after'] as const

/** As the browser writes it, and as a page may have written it in a custom property. */
const ADDRESS = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|((?:[^\s"'()\\]|\\.)+))\s*\)/g

/** One style of an element that shows pictures. */
export interface StyledUse {
  readonly element: Element
  readonly pseudo: string | undefined
  readonly place: (typeof PLACES)[number]
  readonly value: string
}

/** Looks at the styles of everything in a root. @returns what shows a picture that `moves`. */
export function* styledUses(root: Root, moves: (url: string) => boolean): Iterable<StyledUse> {
  for (const element of root.querySelectorAll('*')) {
    for (const pseudo of PSEUDO) {
      const style = getComputedStyle(element, pseudo)
      // A pseudo-element without content is not there.
      if (pseudo && style.content === 'none') continue
      for (const place of PLACES) {
        const value = style[place]
        if (value.includes('url(') && addressesIn(value).some(moves)) yield { element, pseudo, place, value }
      }
    }
  }
}

/** @returns the addresses of pictures in the value of a style. */
export function addressesIn(value: string): string[] {
  return Array.from(value.matchAll(ADDRESS), ([, ...ways]) => plain(...ways))
}

/** @returns the value with another picture for each address for which there is one. */
export function withPictures(value: string, picture: (url: string) => string | undefined): string {
  return value.replace(ADDRESS, (whole, ...ways: string[]) => picture(plain(...ways.slice(0, 3))) ?? whole)
}

const plain = (...ways: (string | undefined)[]): string =>
  (ways.find(way => way !== undefined) ?? '').replace(/\\(.)/g, '$1')
