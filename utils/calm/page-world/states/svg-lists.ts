import { apply, type Callable, getOwnPropertyDescriptor, newMap } from '../natives'
import type { Kind } from './held-states'

/** Longer lists are not looked at. */
const MOST_ITEMS = 50

/** The numbers of a list of a drawing: its points, or what it is moved and turned by. Each item is another object each time. */
export function listState<Item extends object, State>(
  prototype: object,
  kind: Kind<Item, State>,
): Kind<object, Map<number, State>> {
  const lengthOf = getOwnPropertyDescriptor(prototype, 'numberOfItems')?.get as Callable
  const itemAt = getOwnPropertyDescriptor(prototype, 'getItem')?.value as Callable
  const itemOf = (self: object, at: number) => apply(itemAt, self, [at]) as Item
  return {
    read: self => {
      const length = apply(lengthOf, self, []) as number
      if (length > MOST_ITEMS) return undefined
      const states = newMap<number, State>()
      for (let at = 0; at < length; at++) {
        const state = kind.read(itemOf(self, at))
        if (state !== undefined) states.set(at, state)
      }
      return states
    },
    write: (self, states, isOwn) => {
      const length = apply(lengthOf, self, []) as number
      states.forEach((state, at) => {
        if (at < length) kind.write(itemOf(self, at), state, isOwn)
      })
    },
    isSame: (one, other) => {
      let same = one.size === other.size
      one.forEach((state, at) => {
        const now = other.get(at)
        same &&= now !== undefined && kind.isSame(state, now)
      })
      return same
    },
  }
}
