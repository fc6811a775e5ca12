import { EFFECTS } from '../../../utils/calm/effects'
import type { Effect } from '../../../utils/calm/effects/effect'
import { providePictureToner } from '../../../utils/calm/tone/tone-pictures'

declare global {
  /** Every effect, by its id. Only in pages that were given `bundleEffects()`. */
  var effects: Record<string, Effect>
}

providePictureToner()
globalThis.effects = Object.fromEntries(EFFECTS.map(effect => [effect.id, effect]))

// A page's own world cannot open closed shadow roots as a content script can: remember each as it is made.
const roots = new WeakMap<Element, ShadowRoot>()
const attachShadow = Element.prototype.attachShadow
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init)
  roots.set(this, root)
  return root
}
const dom = { openOrClosedShadowRoot: (element: Element) => roots.get(element) ?? element.shadowRoot }
Object.assign(globalThis, { chrome: { dom } })
