import { isDoubtful, NATIVE_HOSTS, shadowRootOf } from './shadow-root-of'

/** No more elements than this are asked: each takes some millionths of a second. */
const MOST = 4000

/** How much of an idle time is left to others, in ms. */
const SPARE_MS = 2

/**
 * Looks once, when the page has loaded and the browser has nothing else to do, for closed shadow roots in native
 * elements that have content of their own besides. Hardly any page has one, and each element has to be asked.
 */
export function findDoubtfulRoots(
  page: Document,
  found: (root: ShadowRoot) => void,
  signal: AbortSignal,
): void {
  const view = page.defaultView
  if (!view) return
  let handle = 0
  const begin = () => {
    const elements = [...page.querySelectorAll<HTMLElement>([...NATIVE_HOSTS].join())].filter(isDoubtful)
    elements.length = Math.min(elements.length, MOST)
    const ask = (idle: IdleDeadline) => {
      while (elements.length > 0 && idle.timeRemaining() > SPARE_MS) {
        const element = elements.pop()
        const root = element && shadowRootOf(element, true)
        if (root) found(root)
      }
      if (elements.length > 0) handle = view.requestIdleCallback(ask)
    }
    handle = view.requestIdleCallback(ask)
  }
  if (page.readyState === 'complete') begin()
  else view.addEventListener('load', begin, { once: true, signal })
  signal.addEventListener('abort', () => view.cancelIdleCallback(handle))
}
