import { replaceMethod, replaceSetter } from './disguise'
import {
  apply,
  bare,
  type Callable,
  get,
  getOwnPropertyDescriptor,
  getter,
  newWeakMap,
  prototypeOf,
} from './natives'

export interface ScrollListener {
  /** Whether smooth scrolling is to arrive at once. */
  isInstant(): boolean
  /** Whether to ask if a script's scrolling changes anything, which costs a layout. */
  isLooking(): boolean
  /** A script has scrolled; `moved` says whether to somewhere else, where that was asked. */
  scrolled(self: object, moved: boolean, extent: () => number): void
  /** Whether a script may not scroll that now. */
  isHeld(self: object): boolean
  /** Takes over what a script would scroll. @param adds whether it goes on from where the last one has led */
  keep(self: object, scroll: () => void, adds: boolean): void
}

/** Knows how large what scripts scroll has been. */
export class Extents {
  /** CSS pixels. */
  readonly #known = newWeakMap<object, number>()

  /** @returns whether a script scrolls to what has come in since it last did: a page that does so is not restless. */
  follow(self: object, extent: number): boolean {
    const known = this.#known.get(self)
    this.#known.set(self, extent)
    return known !== extent
  }
}

const METHODS = ['scroll', 'scrollTo', 'scrollBy', 'scrollIntoView']

const topOf = getter(prototypeOf('Element'), 'scrollTop')
const leftOf = getter(prototypeOf('Element'), 'scrollLeft')
export const heightOf = getter(prototypeOf('Element'), 'scrollHeight')
const widthOf = getter(prototypeOf('Element'), 'scrollWidth')
const scrollingElement = getter(prototypeOf('Document'), 'scrollingElement')
export const documentElement = getter(prototypeOf('Document'), 'documentElement')

/** Tells of scrolling by script, and has it arrive at once. */
export function leadScrolling(view: Window & typeof globalThis, listener: ScrollListener): void {
  const element = view.Element.prototype
  const pageX = getOwnPropertyDescriptor(view, 'scrollX')?.get as Callable
  const pageY = getOwnPropertyDescriptor(view, 'scrollY')?.get as Callable
  /** The page's own place counts too: an element may be scrolled into view by scrolling the page. */
  const place = (self: unknown) => {
    const page = `${apply(pageX, view, [])} ${apply(pageY, view, [])}`
    return isElement(self) ? `${page} ${leftOf(self)} ${topOf(self)}` : page
  }
  const extent = (self: object) => {
    const element = isElement(self)
      ? self
      : (scrollingElement(view.document) ?? documentElement(view.document))
    return element ? heightOf(element) + widthOf(element) : 0
  }
  const watch = (native: Callable, receiver: unknown, args: unknown[], adds = false) => {
    const self = (receiver ?? view) as object
    if (listener.isHeld(self)) {
      listener.keep(self, () => apply(native, self, args), adds)
      return undefined
    }
    const before = listener.isLooking() ? place(self) : null
    const result = apply(native, receiver, args)
    listener.scrolled(self, before !== null && before !== place(self), () => extent(self))
    return result
  }
  for (const holder of [view, element]) {
    for (const name of METHODS) {
      replaceMethod(holder, name, (native, self, args) => {
        const options = args[0]
        if (listener.isInstant() && typeof options === 'object' && options) args[0] = atOnce(options)
        return watch(native, self, args, name === 'scrollBy')
      })
    }
  }
  for (const name of ['scrollTop', 'scrollLeft']) {
    replaceSetter(element, name, (native, self, args) => watch(native, self, args))
  }
}

/** The same options, but for how to get there: everything else is asked of the page's own object. */
function atOnce(options: object): object {
  const handler = bare({
    get: (own: object, name: PropertyKey) => (name === 'behavior' ? 'instant' : get(own, name)),
  })
  return new Proxy(options, handler)
}

function isElement(value: unknown): value is Element {
  try {
    topOf(value as Element)
    return true
  } catch {
    return false
  }
}
