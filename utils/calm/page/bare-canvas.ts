import { watchRoots } from './roots'
import { adoptSheet } from './sheets'

/**
 * Gives the canvas of a page that paints it in no colour the colour the browser shows there anyway, so that a filter on
 * the root element covers it.
 *
 * It looks anew, before the next frame is painted, after whatever may have given the canvas a colour: an attribute of
 * the root or the body (how themes are switched), a style sheet that has loaded, a new body.
 */
export function paintBareCanvas(page: Document, signal: AbortSignal): void {
  const window = page.defaultView
  if (!window || signal.aborted) return
  let paint = new AbortController()
  let frame = 0
  let body: HTMLElement | null = null

  const look = () => {
    frame = 0
    // Without the own paint, to see what the page paints.
    paint.abort()
    paint = new AbortController()
    const owner = bareOwner(page)
    if (!owner) return
    const rule = `@media screen{${owner}{background-color:Canvas!important}}`
    adoptSheet(page, rule, AbortSignal.any([signal, paint.signal]))
  }
  const lookSoon = () => {
    frame ||= window.requestAnimationFrame(look)
  }
  const attributes = new MutationObserver(lookSoon)
  const followBody = () => {
    if (page.body === body) return
    body = page.body
    for (const element of [page.documentElement, body]) {
      if (element) attributes.observe(element, { attributes: true })
    }
    lookSoon()
  }
  watchRoots(page, { changed: root => root === page && followBody() }, signal)
  page.addEventListener('load', lookSoon, { capture: true, signal })
  page.addEventListener('DOMContentLoaded', lookSoon, { signal })
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', lookSoon, { signal })
  signal.addEventListener('abort', () => {
    attributes.disconnect()
    window.cancelAnimationFrame(frame)
  })
  followBody()
  look()
}

/**
 * The root's background is the canvas's; where it has none, the body's is.
 * @returns the selector of the element that a colour for the canvas has to be given to; null where it has one.
 */
function bareOwner(page: Document): ':root' | 'body' | null {
  const root = backgroundOf(page.documentElement)
  const body = page.body ? backgroundOf(page.body) : { color: false, image: false }
  if (root.color || root.image) return root.color ? null : ':root'
  if (body.color) return null
  return body.image ? 'body' : ':root'
}

function backgroundOf(element: Element): { color: boolean; image: boolean } {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  return { color: !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor), image: backgroundImage !== 'none' }
}
