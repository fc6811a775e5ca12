import { listenAfter } from './disguise'
import { getter, method, newSet, prototypeOf } from './natives'

/** Roots beyond these are not looked into for movement: each costs a little at every step of a loop. */
const MOST_ROOTS = 100

const Reference = WeakRef
const rootOf = getter(prototypeOf('Element'), 'shadowRoot')
const isConnected = getter(prototypeOf('Node'), 'isConnected')
const deref = method(WeakRef.prototype as WeakRef<ShadowRoot>, 'deref')

/** Knows the shadow roots that scripts have made, closed ones too, and open ones from markup. */
export class ShadowRoots {
  readonly #known = newSet<WeakRef<ShadowRoot>>()

  /** @param rooted hears of each element that is given a root, or may have been given some below it, while it stands in the page */
  listenTo(view: Window & typeof globalThis, rooted: (host: Element) => void): void {
    const tell = (host: unknown) => {
      if (isConnected(host as Element)) rooted(host as Element)
    }
    listenAfter(view.Element.prototype, 'attachShadow', (host, root) => {
      if (this.#known.size < MOST_ROOTS) this.#known.add(new Reference(root as ShadowRoot))
      tell(host)
    })
    // Its closed roots give themselves to nobody: at least their place is told.
    listenAfter(view.Element.prototype, 'setHTMLUnsafe', tell)
  }

  /** Takes note of an open root that the browser made from markup. */
  know(host: EventTarget): void {
    const root = rootOf(host as Element)
    let isNew = root !== null && this.#known.size < MOST_ROOTS
    this.each(known => {
      if (known === root) isNew = false
    })
    if (root && isNew) this.#known.add(new Reference(root))
  }

  /** Calls back for each root that stands in the page. */
  each(look: (root: ShadowRoot) => void): void {
    this.#known.forEach(reference => {
      const root = deref(reference)
      if (!root) this.#known.delete(reference)
      else if (isConnected(root)) look(root)
    })
  }
}
