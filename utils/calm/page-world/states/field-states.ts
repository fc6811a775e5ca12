import { differs } from '../movement'
import { apply, type Callable, getOwnPropertyDescriptor, getter, method, prototypeOf } from '../natives'
import type { Kind } from './held-states'

const matches = method(prototypeOf('Element'), 'matches')
const isSeen = method(prototypeOf('Element'), 'checkVisibility')
const pageOf = getter(prototypeOf('Node'), 'ownerDocument')
const activeIn = getter(prototypeOf('Document'), 'activeElement')

/** What is not seen or not one value, and what only the browser may fill in. */
const NO_FIELD = '[type=hidden],[type=file],[multiple]'

/** Where the person is may be theirs: the field itself, or a frame that an editor stands in. */
const mayHold = (self: object): boolean => {
  const page = pageOf(self as Element)
  const active = page && activeIn(page)
  return active !== self && !(active && matches(active, 'iframe,frame')) && isSeen(self as Element)
}

type Value = string | number

/** What one property of a kind of objects holds. */
export function stateOf(prototype: object, name: string): Kind<object, Value> {
  const own = getOwnPropertyDescriptor(prototype, name)
  return {
    read: self => apply(own?.get as Callable, self, []) as Value,
    write: (self, value) => apply(own?.set as Callable, self, [value]),
    isSame: (one, other) => one === other,
  }
}

/** Which value a field has. */
export function fieldState(prototype: object, name: string): Kind<object, Value> {
  const state = stateOf(prototype, name)
  return {
    ...state,
    read: self => (matches(self as Element, NO_FIELD) ? undefined : state.read(self)),
    mayHold,
  }
}

/** What is written in a field that is seen: numbers that count do not move. */
export function textState(prototype: object): Kind<object, Value> {
  return {
    ...fieldState(prototype, 'value'),
    moves: (before, now) => differs(`${before}`, `${now}`, 0),
  }
}
