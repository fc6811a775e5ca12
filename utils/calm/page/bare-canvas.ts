import { newObjectsIn } from './new-objects'
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
  let painted: Bare | null = null
  let frame = 0
  let body: HTMLElement | null = null

  const objectsCame = newObjectsIn(page)
  const look = () => {
    frame = 0
    if (objectsCame()) return lookSoon()
    // A plain colour on the root gives way to the page's own by itself, and only the body's has to be looked for.
    if (painted === 'root' && bareOf(page.body) === 'root') return
    // Without the own paint, to see what the page paints.
    paint.abort()
    paint = new AbortController()
    painted = bareCanvas(page)
    if (painted) adoptSheet(page, PAINT[painted], AbortSignal.any([signal, paint.signal]))
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

/** What a canvas in no colour lacks: a colour at all, or one under the root's or the body's picture. */
type Bare = 'root' | 'root picture' | 'body picture'

const PAINT: Readonly<Record<Bare, string>> = {
  root: '@media screen{:root{background-color:Canvas}}',
  'root picture': '@media screen{:root{background-color:Canvas!important}}',
  'body picture': '@media screen{body{background-color:Canvas!important}}',
}

/** The root's background is the canvas's; where it has none, the body's is. */
function bareCanvas(page: Document): Bare | null {
  const root = backgroundOf(page.documentElement)
  if (root.color) return null
  return root.image ? 'root picture' : bareOf(page.body)
}

function bareOf(body: HTMLElement | null): Bare | null {
  const { color, image } = body ? backgroundOf(body) : { color: false, image: false }
  if (color) return null
  return image ? 'body picture' : 'root'
}

function backgroundOf(element: Element): { color: boolean; image: boolean } {
  const { backgroundColor, backgroundImage } = getComputedStyle(element)
  return { color: !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor), image: backgroundImage !== 'none' }
}
