import {
  apply,
  type Callable,
  construct,
  getOwnPropertyDescriptor,
  getter,
  method,
  prototypeOf,
} from './natives'

const FRAMEBUFFER_BINDING = 0x8ca6

/** A canvas that goes on showing one picture, whatever is drawn on it. */
export interface HeldCanvas {
  /** Something is about to be drawn or read. @returns whether it is to be kept from happening. */
  keeps(self: object, native: Callable, args: unknown[]): boolean
  /** What the page does for now is done. */
  close(): void
  /** The canvas has been emptied. @returns whether it can still be held. */
  emptied(): boolean
  /** Shows the page's own picture again. */
  letGo(): void
}

type Flat = CanvasRenderingContext2D
type Settable =
  | 'globalAlpha'
  | 'globalCompositeOperation'
  | 'filter'
  | 'shadowColor'
  | 'imageSmoothingEnabled'

const flat = prototypeOf('CanvasRenderingContext2D')
const save = method(flat, 'save')
const restore = method(flat, 'restore')
const setTransform = method(flat, 'setTransform') as (self: Flat, ...matrix: number[]) => void
const drawImage = method(flat, 'drawImage') as (
  self: Flat,
  source: CanvasImageSource,
  ...at: number[]
) => void
const parameterOf = method(prototypeOf('WebGLRenderingContext'), 'getParameter')
const parameterOf2 = method(prototypeOf('WebGL2RenderingContext'), 'getParameter')
const canvas = prototypeOf('HTMLCanvasElement')
const getContext = method(canvas, 'getContext') as (self: HTMLCanvasElement, kind: '2d') => Flat | null
const widthOf = getter(canvas, 'width')
const heightOf = getter(canvas, 'height')
const setters = { width: setterOf(canvas, 'width'), height: setterOf(canvas, 'height') }
const create = method(prototypeOf('Document'), 'createElement')

/**
 * Holds what is drawn flat. The page draws on its own picture, which is put back before each of its turns and taken away
 * after: it can tell no difference, nothing that it draws is lost, and nothing of it is painted.
 */
export class HeldFlat implements HeldCanvas {
  readonly #canvas: HTMLCanvasElement
  readonly #context: Flat
  readonly #shown: Flat
  readonly #own: Flat
  #open = true

  /** @throws when the canvas is not, or cannot be, drawn on flat. */
  constructor(page: Document, canvas: HTMLCanvasElement, context: Flat) {
    this.#canvas = canvas
    this.#context = context
    this.#shown = copyOf(page, canvas)
    this.#own = copyOf(page, canvas)
  }

  keeps(): boolean {
    if (!this.#open) paint(this.#own, this.#context, this.#canvas)
    this.#open = true
    return false
  }

  close(): void {
    if (!this.#open) return
    resize(contextCanvas(this.#own), this.#canvas)
    paint(this.#context, this.#own, contextCanvas(this.#own))
    paint(this.#shown, this.#context, this.#canvas)
    this.#open = false
  }

  emptied(): boolean {
    this.#open = true
    return true
  }

  letGo(): void {
    this.keeps()
  }
}

/** Holds what is drawn deep: nothing is drawn on the canvas itself; what goes elsewhere goes on. */
export class HeldDeep implements HeldCanvas {
  keeps(self: object): boolean {
    try {
      return parameterOf(self as WebGLRenderingContext, FRAMEBUFFER_BINDING) === null
    } catch {
      return parameterOf2(self as WebGL2RenderingContext, FRAMEBUFFER_BINDING) === null
    }
  }

  close(): void {}

  emptied(): boolean {
    return false
  }

  letGo(): void {}
}

/** Holds what is handed over as whole pictures: the latest is kept. */
export class HeldWhole implements HeldCanvas {
  #latest: (() => void) | null = null

  keeps(self: object, native: Callable, args: unknown[]): boolean {
    const [bitmap] = args
    this.#latest = () => apply(native, self, [bitmap])
    return true
  }

  close(): void {}

  emptied(): boolean {
    return false
  }

  letGo(): void {
    try {
      this.#latest?.()
    } catch {
      // The page has closed the picture since.
    }
  }
}

function copyOf(page: Document, source: HTMLCanvasElement): Flat {
  const copy = create(page, 'canvas') as HTMLCanvasElement
  resize(copy, source)
  const context = getContext(copy, '2d')
  if (!context) throw construct(TypeError, [])
  set(context, 'globalCompositeOperation', 'copy')
  drawImage(context, source, 0, 0)
  return context
}

const contextCanvas = getter(flat, 'canvas') as (self: Flat) => HTMLCanvasElement

function resize(canvas: HTMLCanvasElement, like: HTMLCanvasElement): void {
  if (widthOf(canvas) !== widthOf(like)) apply(setters.width, canvas, [widthOf(like)])
  if (heightOf(canvas) !== heightOf(like)) apply(setters.height, canvas, [heightOf(like)])
}

/** Puts the picture of one canvas in the place of another's, whatever state that one is in. */
function paint(from: Flat, to: Flat, target: HTMLCanvasElement): void {
  save(to)
  setTransform(to, 1, 0, 0, 1, 0, 0)
  set(to, 'globalAlpha', 1)
  set(to, 'filter', 'none')
  set(to, 'shadowColor', 'transparent')
  set(to, 'globalCompositeOperation', 'copy')
  drawImage(to, contextCanvas(from), 0, 0, widthOf(target), heightOf(target))
  restore(to)
}

function set(context: Flat, name: Settable, value: unknown): void {
  apply(styles[name], context, [value])
}

const styles = {
  globalAlpha: setterOf(flat, 'globalAlpha'),
  globalCompositeOperation: setterOf(flat, 'globalCompositeOperation'),
  filter: setterOf(flat, 'filter'),
  shadowColor: setterOf(flat, 'shadowColor'),
  imageSmoothingEnabled: setterOf(flat, 'imageSmoothingEnabled'),
} satisfies Record<Settable, Callable>

function setterOf(prototype: object, name: string): Callable {
  return getOwnPropertyDescriptor(prototype, name)?.set as Callable
}
