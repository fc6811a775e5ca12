import { watchRoots } from './roots'
import { adoptSheet } from './sheets'

/**
 * Paints the canvas of a page that gives it no background, in the colour the browser paints it in anyway, so that a
 * filter on the root element covers it.
 *
 * The body's background reaches the canvas only while the root has none, so this steps aside as soon as the body has
 * one. It looks once a frame after anything that may have given it one, before that frame is painted.
 */
export function paintBareCanvas(page: Document, signal: AbortSignal): void {
  const window = page.defaultView
  if (!window || signal.aborted) return
  let paint: AbortController | null = null
  let frame = 0

  const look = () => {
    frame = 0
    const bare = !page.body || isBare(getComputedStyle(page.body))
    if (bare && !paint) {
      paint = new AbortController()
      adoptSheet(
        page,
        '@media screen{:root{background-color:Canvas}}',
        AbortSignal.any([signal, paint.signal]),
      )
    } else if (!bare) {
      paint?.abort()
      paint = null
    }
  }
  const lookSoon = () => {
    frame ||= window.requestAnimationFrame(look)
  }
  // A theme is switched by an attribute of the root or the body; a style sheet comes with a load event.
  const attributes = new MutationObserver(lookSoon)
  const observe = () => {
    for (const element of [page.documentElement, page.body]) {
      if (element) attributes.observe(element, { attributes: true })
    }
    lookSoon()
  }
  watchRoots(page, { changed: root => root === page && observe() }, signal)
  page.addEventListener('load', lookSoon, { capture: true, signal })
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', lookSoon, { signal })
  signal.addEventListener('abort', () => {
    attributes.disconnect()
    window.cancelAnimationFrame(frame)
  })
  observe()
  look()
}

function isBare({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean {
  return backgroundImage === 'none' && /^(transparent|rgba\(.*, 0\))$/.test(backgroundColor)
}
