/** Parts of a page that are worth picking hold some text. */
const LEAST_TEXT = 20

const textOf = (element: Element) => element.textContent?.trim() ?? ''

const isPart = (element: Element) =>
  element.checkVisibility() &&
  textOf(element).length >= LEAST_TEXT &&
  element.getBoundingClientRect().height > 0

/** Where picking begins: what the page itself calls its main part, or else the child of the body with the most text. */
export function firstCandidate(page: Document): Element {
  const named = page.querySelector('main, article, [role=main]')
  if (named && isPart(named)) return named
  const children = Array.from(page.body.children).filter(isPart)
  return children.sort((a, b) => textOf(b).length - textOf(a).length)[0] ?? page.body
}

/** @returns the nearest part that holds an element. */
export function partAround(element: Element): Element {
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (isPart(at) && getComputedStyle(at).display !== 'inline') return at
  }
  return element.ownerDocument.body
}

export type Direction = 'larger' | 'smaller' | 'next' | 'previous'

/** @returns the part in a direction; the same one where there is none. */
export function candidateTo(direction: Direction, from: Element): Element {
  switch (direction) {
    case 'larger':
      return larger(from)
    case 'smaller':
      return partsIn(from)[0] ?? from
    case 'next':
      return beside(from, 1)
    case 'previous':
      return beside(from, -1)
  }
}

/** A parent that holds nothing else looks the same: nothing would seem to happen. */
function larger(from: Element): Element {
  const { body } = from.ownerDocument
  let at = from
  while (at !== body && at.parentElement) {
    at = at.parentElement
    if (textOf(at) !== textOf(from)) return at
  }
  return at
}

function partsIn(element: Element): Element[] {
  const parts = Array.from(element.children).filter(isPart)
  const [only] = parts
  return parts.length === 1 && only && textOf(only) === textOf(element) ? partsIn(only) : parts
}

function beside(from: Element, by: 1 | -1): Element {
  const siblings = Array.from(from.parentElement?.children ?? []).filter(isPart)
  return siblings[siblings.indexOf(from) + by] ?? from
}
