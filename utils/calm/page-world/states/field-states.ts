import { differs } from '../movement'
import { apply, type Callable, getOwnPropertyDescriptor, method, prototypeOf } from '../natives'
import type { Kind } from './held-states'

const matches = method(prototypeOf('Element'), 'matches')

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

/** What is written in a field that is seen: numbers that count do not move. */
export function textState(prototype: object): Kind<object, Value> {
  const state = stateOf(prototype, 'value')
  return {
    ...state,
    read: self => (matches(self as Element, '[type=hidden]') ? undefined : state.read(self)),
    moves: (before, now) => differs(`${before}`, `${now}`, 0),
  }
}
