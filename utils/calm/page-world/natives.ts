/**
 * What the other files use of the page's world, taken at their start. A page may change any prototype afterwards:
 * no code of this folder may then call a method by its name, spread, or loop with `of`, since each goes by a prototype.
 */
const { setPrototypeOf } = Object

export const {
  apply,
  construct,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  setPrototypeOf: trySetPrototypeOf,
} = Reflect
const { ownKeys } = Reflect

/** @returns the object without what it would inherit from a changed `Object.prototype`. */
export function bare<T extends object>(value: T): T {
  return setPrototypeOf(value, null) as T
}

/** @returns the values as a browser's function takes a list: one that it goes through without a prototype of the page's. */
export function listOf<T>(values: readonly T[]): Iterable<T> {
  const iterator = () => {
    let at = 0
    const next = () =>
      bare<IteratorResult<T>>(
        at < values.length ? { done: false, value: values[at++] as T } : { done: true, value: undefined },
      )
    return bare({ next })
  }
  return bare({ [Symbol.iterator]: iterator })
}

/** @returns a maker of collections whose methods a page cannot change. Loop over them with their `forEach`. */
function maker(Collection: new () => object): () => object {
  const methods = bare({})
  const keys = ownKeys(Collection.prototype)
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as PropertyKey
    defineProperty(methods, key, bare(getOwnPropertyDescriptor(Collection.prototype, key) ?? {}))
  }
  return () => setPrototypeOf(new Collection(), methods)
}

export const newMap = maker(Map) as <Key, Value>() => Map<Key, Value>
export const newSet = maker(Set) as <Value>() => Set<Value>
export const newWeakMap = maker(WeakMap) as <Key extends object, Value>() => WeakMap<Key, Value>

// biome-ignore lint/complexity/noBannedTypes: any function, to be called with `apply`
export type Callable = Function

/** The kinds of objects in a page that are asked something. */
interface Kinds {
  readonly CSSGroupingRule: CSSGroupingRule
  readonly CSSRuleList: CSSRuleList
  readonly CSSStyleDeclaration: CSSStyleDeclaration
  readonly CSSStyleRule: CSSStyleRule
  readonly CSSStyleSheet: CSSStyleSheet
  readonly CustomStateSet: CustomStateSet
  readonly CanvasRenderingContext2D: CanvasRenderingContext2D
  readonly Document: Document
  readonly DocumentFragment: DocumentFragment
  readonly Element: Element
  readonly Event: Event
  readonly EventTarget: EventTarget
  readonly Highlight: Highlight
  readonly HighlightRegistry: HighlightRegistry
  readonly HTMLCanvasElement: HTMLCanvasElement
  readonly HTMLCollection: HTMLCollection
  readonly KeyboardEvent: KeyboardEvent
  readonly MouseEvent: MouseEvent
  readonly MutationObserver: MutationObserver
  readonly MutationRecord: MutationRecord
  readonly Node: Node
  readonly NodeList: NodeList
  readonly Range: Range
  readonly SVGAnimatedTransformList: SVGAnimatedTransformList
  readonly SVGLength: SVGLength
  readonly SVGMatrix: DOMMatrix
  readonly SVGPoint: DOMPoint
  readonly SVGTransform: SVGTransform
  readonly Selection: Selection
  readonly WebGLRenderingContext: WebGLRenderingContext
  readonly WebGL2RenderingContext: WebGL2RenderingContext
}

/** @returns the prototype of a kind; an empty one where the code is only read, as by the build. */
export function prototypeOf<Name extends keyof Kinds>(name: Name): Kinds[Name] {
  const kinds = globalThis as unknown as Partial<Record<Name, { prototype: Kinds[Name] }>>
  return kinds[name]?.prototype ?? ({} as Kinds[Name])
}

/** @returns a method of a prototype as a function of its receiver. */
export function method<This extends object, Name extends keyof This>(
  prototype: This,
  name: Name,
): This[Name] extends (...args: infer Args) => infer Result ? (self: This, ...args: Args) => Result : never {
  const native = prototype[name] as Callable
  const call = (self: This, ...args: unknown[]) => apply(native, self, args)
  return call as never
}

/** @returns an accessor of a prototype, or of one that it inherits from, as a function of its receiver. */
export function getter<This extends object, Name extends keyof This>(
  prototype: This,
  name: Name,
): (self: This) => This[Name] {
  let holder: object | null = prototype
  while (holder && !getOwnPropertyDescriptor(holder, name)) holder = getPrototypeOf(holder)
  const native = (holder && getOwnPropertyDescriptor(holder, name)?.get) as Callable
  return self => apply(native, self, []) as This[Name]
}

/** @returns what a getter answers; undefined for what has none: its own function then says so to the page. */
export function ask(getter: Callable, self: unknown): unknown {
  try {
    return apply(getter, self, [])
  } catch {
    return undefined
  }
}
