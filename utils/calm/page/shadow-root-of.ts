import { isOwn } from '@/utils/own-hosts'

/** The native elements that may hold a shadow root; a custom element has a hyphen in its name. */
const NATIVE_HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '),
)

/** Chromium gives content scripts a function, Firefox a property, that opens closed roots too. */
interface ChromeDom {
  readonly dom?: { openOrClosedShadowRoot?(element: HTMLElement): ShadowRoot | null }
}

/**
 * @returns the element's shadow root, also a closed one where the browser gives content scripts a way to it; none of
 * Luwte's own, whose fades no effect is to still.
 */
export function shadowRootOf(element: HTMLElement): ShadowRoot | null {
  // A form holds no root, and a field named "localName" would stand before the form's own.
  if (element instanceof HTMLFormElement || isOwn(element)) return null
  const name = element.localName
  if (!NATIVE_HOSTS.has(name) && !name.includes('-')) return null
  if ('openOrClosedShadowRoot' in element) return element.openOrClosedShadowRoot as ShadowRoot | null
  const { chrome } = globalThis as { chrome?: ChromeDom }
  return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot
}
