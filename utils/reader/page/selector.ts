/** A name that a program made up, and will make up anew for the next page. */
const MADE_UP = /\d{3}|[_-][\da-z]*\d[\da-z]*$|^[a-z]{1,2}\d/i

/**
 * Names an element by what is likely to be the same on other pages of the site: an id or a class that a person wrote,
 * or else its place in what holds it.
 *
 * @returns a selector of this element alone.
 */
export function selectorOf(element: Element): string {
  const alone = namesOf(element).find(name => isAlone(element, name))
  if (alone) return alone
  const parent = element.parentElement
  if (!parent) return element.localName
  const alike = Array.from(parent.children).filter(({ localName }) => localName === element.localName)
  const place = alike.length > 1 ? `:nth-of-type(${alike.indexOf(element) + 1})` : ''
  return `${selectorOf(parent)} > ${CSS.escape(element.localName)}${place}`
}

function namesOf(element: Element): string[] {
  const tag = CSS.escape(element.localName)
  const ids = element.id && !MADE_UP.test(element.id) ? [`#${CSS.escape(element.id)}`] : []
  const classes = [...element.classList].filter(name => !MADE_UP.test(name))
  return [...ids, tag, ...classes.map(name => `${tag}.${CSS.escape(name)}`)]
}

function isAlone(element: Element, selector: string): boolean {
  const found = element.ownerDocument.querySelectorAll(selector)
  return found.length === 1 && found[0] === element
}
