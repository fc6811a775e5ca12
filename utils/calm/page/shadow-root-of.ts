import { isOwn } from '@/utils/own-hosts'

/** The native elements that may hold a shadow root; a custom element has a hyphen in its name. */
export const NATIVE_HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
)

/** Chromium gives content scripts a function, Firefox a property, that opens closed roots too. */
interface ChromeDom {
  readonly dom?: { openOrClosedShadowRoot?(element: HTMLElement): ShadowRoot | null }
}

/**
 * Whether a page is likely to give the element a root at a later time: a custom one when it is defined, a native one
 * that stands empty when a script gets to it.
 */
export function mayYetHoldRoot(element: Element): boolean {
  const { localName } = element
  return isCustom(localName) || (NATIVE_HOSTS.has(localName) && isBlank(element))
}

const isCustom = (name: string): boolean => typeof name === 'string' && name.includes('-')

/**
 * @returns the element's shadow root, also a closed one where the browser gives content scripts a way to it; none of
 * Luwte's own, whose fades no effect is to still.
 * @param given whether the element, or one near it, is known to have been given a root
 */
export function shadowRootOf(element: HTMLElement, given = false): ShadowRoot | null {
  const { localName } = element
  // A form's field named "localName" stands before the form's own; a form holds no root.
  if (typeof localName !== 'string') return null
  const custom = isCustom(localName)
  if ((!custom && !NATIVE_HOSTS.has(localName)) || isOwn(element)) return null
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot as ShadowRoot | null
  // Asking for a closed root is slow; a native element that has one hardly ever has content of its own besides.
  return element.shadowRoot ?? (custom || given || isBlank(element) ? closedRootOf(element) : null)
}

/** Whether an element holds nothing but the white space that its author put around a template. */
function isBlank({ firstChild }: Element): boolean {
  if (!firstChild) return true
  return !firstChild.nextSibling && firstChild instanceof Text && !/\S/.test(firstChild.data)
}

/** Whether an element may have a closed root that it takes too long to ask every element for. */
export function isDoubtful(element: HTMLElement): boolean {
  return !('openOrClosedShadowRoot' in element) && !element.shadowRoot && !isBlank(element)
}

function closedRootOf(element: HTMLElement): ShadowRoot | null {
  const { chrome } = globalThis as { chrome?: ChromeDom }
  return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? null
}
