import { apply, bare, type Callable, getOwnPropertyDescriptor, prototypeOf } from '../natives'
import type { Kind } from './held-states'

interface Place {
  readonly x: number
  readonly y: number
}

const prototype = prototypeOf('SVGPoint')
const x = getOwnPropertyDescriptor(prototype, 'x')
const y = getOwnPropertyDescriptor(prototype, 'y')

/** Where a point of a drawing is. */
export const POINTS: Kind<object, Place> = {
  read: self =>
    bare({
      x: apply(x?.get as Callable, self, []) as number,
      y: apply(y?.get as Callable, self, []) as number,
    }),
  write: (self, place) => {
    apply(x?.set as Callable, self, [place.x])
    apply(y?.set as Callable, self, [place.y])
  },
  isSame: (one, other) => one.x === other.x && one.y === other.y,
}
