import { replaceMethod } from './disguise'
import type { HeldCalls } from './held-calls'
import { apply, getter, prototypeOf } from './natives'

const activeIn = getter(prototypeOf('Document'), 'activeElement')

/** Holds the focus where scripts send it from one element to the next while nobody uses the page. */
export function leadFocus(view: Window & typeof globalThis, calls: HeldCalls, mayHold: () => boolean): void {
  const page = view.document
  for (const { prototype } of [view.HTMLElement, view.SVGElement]) {
    for (const name of ['focus', 'blur']) {
      replaceMethod(prototype, name, (native, self, args) => {
        if (calls.isHeld(page) && mayHold()) {
          calls.keep(page, () => apply(native, self, args), false)
          return undefined
        }
        const before = activeIn(page)
        const result = apply(native, self, args)
        if (before !== activeIn(page)) calls.moved(page)
        return result
      })
    }
  }
}
