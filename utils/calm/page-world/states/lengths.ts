import { apply, bare, type Callable, getOwnPropertyDescriptor, prototypeOf } from '../natives'
import type { Kind } from './held-states'

interface Length {
  /** With its unit; rounded. */
  readonly text: string
  /** In its own unit. */
  readonly number: number
}

const prototype = prototypeOf('SVGLength')
const text = getOwnPropertyDescriptor(prototype, 'valueAsString')
const number = getOwnPropertyDescriptor(prototype, 'valueInSpecifiedUnits')

/** A length of a drawing. */
export const LENGTHS: Kind<object, Length> = {
  read: self =>
    bare({
      text: apply(text?.get as Callable, self, []) as string,
      number: apply(number?.get as Callable, self, []) as number,
    }),
  write: (self, length) => {
    apply(text?.set as Callable, self, [length.text])
    apply(number?.set as Callable, self, [length.number])
  },
  isSame: (one, other) => one.text === other.text && one.number === other.number,
}
