import { replaceMethod } from './disguise'
import type { HeldCalls } from './held-calls'
import { apply, ask, type Callable, getOwnPropertyDescriptor, getter, method, prototypeOf } from './natives'

/** Where the focus is kept on purpose, and into which it goes when something opens. */
const KEEPS_FOCUS = 'dialog,[role=dialog],[role=alertdialog],[aria-modal=true]'

const activeIn = getter(prototypeOf('Document'), 'activeElement')
const closest = method(prototypeOf('Element'), 'closest')
const typeOf = getter(prototypeOf('Event'), 'type')

/**
 * Holds the focus where scripts send it from one element to the next while nobody uses the page. What answers a focus that has
 * moved is let be: who uses a page by other means than keys and pointers may have moved it.
 */
export function leadFocus(view: Window & typeof globalThis, calls: HeldCalls, mayHold: () => boolean): void {
  const page = view.document
  const eventOf = getOwnPropertyDescriptor(view, 'event')?.get as Callable
  const isAnswer = () => {
    const event = ask(eventOf, view) as Event | undefined
    const type = event ? typeOf(event) : ''
    return type === 'focus' || type === 'focusin' || type === 'blur' || type === 'focusout'
  }
  const lead = (kind: { readonly prototype: HTMLOrSVGElement }, name: 'focus' | 'blur') =>
    replaceMethod(kind.prototype, name, (native, self, args) => {
      if (isAnswer() || keepsFocus(self)) return apply(native, self, args)
      if (calls.isHeld(page) && mayHold()) {
        calls.keep(page, () => apply(native, self, args), false)
        return undefined
      }
      const before = activeIn(page)
      const result = apply(native, self, args)
      if (before !== activeIn(page)) calls.moved(page)
      return result
    })
  lead(view.HTMLElement, 'focus')
  lead(view.HTMLElement, 'blur')
  lead(view.SVGElement, 'focus')
  lead(view.SVGElement, 'blur')
}

function keepsFocus(element: unknown): boolean {
  try {
    return closest(element as Element, KEEPS_FOCUS) !== null
  } catch {
    return false
  }
}
