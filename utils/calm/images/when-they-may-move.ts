import { type Root, watchRoots } from '../page/roots'
import { mayMove } from './may-move'
import { PICTURES } from './picture-element'
import { sheetsShowPictures, watchLoaded } from './style-addresses'

/**
 * Calls `act` once, when the page shows the first picture that may move, unless `signal` aborts before. A page without
 * pictures, or with photos alone, costs a listener in each root.
 */
export function whenPicturesMayMove(page: Document, act: () => void, signal: AbortSignal): void {
  const seen = new AbortController()
  const looking = AbortSignal.any([signal, seen.signal])
  const told = (url: string | null | undefined) => {
    if (looking.aborted || !mayMove(url ?? '')) return
    seen.abort()
    act()
  }
  const look = (root: Root) => {
    for (const picture of root.querySelectorAll(PICTURES)) told(sourceOf(picture))
    if (root.querySelector('[style*="url("]')) told('style')
    // Style sheets can be long: nobody waits for what is written in them.
    requestIdleCallback(() => {
      if (!looking.aborted && sheetsShowPictures(root)) told('style')
    })
  }
  const found = (root: Root) => {
    const loaded = ({ target }: Event) => {
      if (target instanceof Element && target.matches(PICTURES)) told(sourceOf(target))
      else look(root)
    }
    root.addEventListener('load', loaded, { capture: true, signal: looking })
    look(root)
  }
  watchRoots(page, { found }, looking)
  page.addEventListener('DOMContentLoaded', () => look(page), { signal: looking })
  watchLoaded((url, byStyle) => byStyle && told(url), looking)
}

/** Where it may show one of several, each may be the one that moves. */
function sourceOf(picture: Element): string | null | undefined {
  if (picture instanceof HTMLImageElement && picture.currentSrc) return picture.currentSrc
  return ['src', 'href', 'xlink:href', 'data', 'poster'].map(name => picture.getAttribute(name)).find(Boolean)
}
