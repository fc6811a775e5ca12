import type { Hold } from './hold'
import { shownNow } from './snapshot'

/** The page's own pictures, each kept in memory for as long as what shows it is there. */
const own = new WeakMap<SVGImageElement, HTMLImageElement>()

/**
 * Holds a picture within a drawing (SVG) by its attribute, since no style can. What the extension's own world sets is not
 * subject to the page's policy.
 *
 * The page's own picture is kept, so that nothing is loaded when it is shown again. Events of loading are kept from the
 * page, which has had them.
 *
 * @param overruled is called when the page gives the element another picture meanwhile; the hold has then ended.
 * @returns null when nothing could keep the page's own picture in memory
 */
export function holdByAttribute(
  picture: SVGImageElement,
  { address, still }: { readonly address: string; readonly still: string },
  overruled: () => void,
): Hold | null {
  const copy = shownNow(picture.ownerDocument, address)
  if (!copy) return null
  own.set(picture, copy)
  const attribute = picture.hasAttribute('href') ? 'href' : 'xlink:href'
  const value = picture.getAttribute(attribute) ?? ''
  const observer = new MutationObserver(() => {
    if (picture.getAttribute(attribute) === still) hold.play()
    observer.disconnect()
    overruled()
  })

  const set = (wanted: string) => {
    observer.disconnect()
    const events = new AbortController()
    const hush = (event: Event) => {
      if (event.target !== picture) return
      event.stopImmediatePropagation()
      events.abort()
    }
    for (const type of ['load', 'error']) {
      picture.getRootNode().addEventListener(type, hush, { capture: true, signal: events.signal })
    }
    picture.setAttribute(attribute, wanted)
  }
  const hold: Hold = {
    rest() {
      set(still)
      observer.observe(picture, { attributeFilter: ['href', 'xlink:href'] })
    },
    play: () => set(value),
    sets: address => address === still,
  }
  hold.rest()
  return hold
}
