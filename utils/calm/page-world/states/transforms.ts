import {
  apply,
  bare,
  type Callable,
  getOwnPropertyDescriptor,
  getter,
  method,
  newMap,
  prototypeOf,
} from '../natives'
import type { Kind } from './held-states'

interface State {
  /** How it was given, by the numbers of the browser's kinds. */
  readonly type: number
  readonly angle: number
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

const TRANSLATE = 2
const SCALE = 3
const ROTATE = 4
const SKEW_X = 5
const SKEW_Y = 6

const prototype = prototypeOf('SVGTransform')
const typeOf = getter(prototype, 'type')
const angleOf = getter(prototype, 'angle')
const matrixOf = getter(prototype, 'matrix')
const matrix = prototypeOf('SVGMatrix')
const aOf = getter(matrix, 'a')
const bOf = getter(matrix, 'b')
const cOf = getter(matrix, 'c')
const dOf = getter(matrix, 'd')
const eOf = getter(matrix, 'e')
const fOf = getter(matrix, 'f')
const setTranslate = method(prototype, 'setTranslate')
const setScale = method(prototype, 'setScale')
const setRotate = method(prototype, 'setRotate')
const setSkewX = method(prototype, 'setSkewX')
const setSkewY = method(prototype, 'setSkewY')
const LETTERS = 'abcdef'
const matrixSetters = newMap<string, Callable>()
for (let at = 0; at < LETTERS.length; at++) {
  const letter = LETTERS[at] as string
  matrixSetters.set(letter, getOwnPropertyDescriptor(matrix, letter)?.set as Callable)
}

/** How a drawing is moved, turned or sized by one item of its list. */
export const TRANSFORMS: Kind<SVGTransform, State> = {
  read: self => {
    const at = matrixOf(self)
    const numbers = { a: aOf(at), b: bOf(at), c: cOf(at), d: dOf(at), e: eOf(at), f: fOf(at) }
    return bare({ type: typeOf(self), angle: angleOf(self), ...numbers })
  },
  write: (self, state) => {
    const { type, angle, a, d, e, f } = state
    if (type === TRANSLATE) setTranslate(self, e, f)
    else if (type === SCALE) setScale(self, a, d)
    else if (type === SKEW_X) setSkewX(self, angle)
    else if (type === SKEW_Y) setSkewY(self, angle)
    else if (type === ROTATE) rotate(self, state)
    else setMatrix(self, state)
  },
  isSame: (one, other) =>
    one.a === other.a &&
    one.b === other.b &&
    one.c === other.c &&
    one.d === other.d &&
    one.e === other.e &&
    one.f === other.f,
}

/** The matrix of an item is the item's own: what is set there moves it. */
function setMatrix(self: SVGTransform, state: State): void {
  const at = matrixOf(self)
  matrixSetters.forEach((set, letter) => {
    apply(set, at, [state[letter as keyof State]])
  })
}

/** Turns about the point that a turn by this angle has left where it was. */
function rotate(self: SVGTransform, { angle, a, b, e, f }: State): void {
  const rest = 1 - a
  const size = rest * rest + b * b
  if (size === 0) setRotate(self, angle, 0, 0)
  else setRotate(self, angle, (rest * e - b * f) / size, (b * e + rest * f) / size)
}
