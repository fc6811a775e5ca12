import { method, newSet, prototypeOf } from '../natives'
import type { Kind } from './held-states'

const prototype = prototypeOf('CustomStateSet') as Set<string>
const each = method(prototype, 'forEach')
const add = method(prototype, 'add')
const clear = method(prototype, 'clear')

/** The states that a custom element says it is in. */
export const CUSTOM_STATES: Kind<Set<string>, Set<string>> = {
  read: self => {
    const names = newSet<string>()
    each(self, name => {
      names.add(name)
    })
    return names
  },
  write: (self, names) => {
    clear(self)
    names.forEach(name => {
      add(self, name)
    })
  },
  isSame: (one, other) => {
    let same = one.size === other.size
    one.forEach(name => {
      same &&= other.has(name)
    })
    return same
  },
}
