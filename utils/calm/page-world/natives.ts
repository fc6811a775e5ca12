/**
 * What the other files use of the page's world, taken at their start. A page may change any prototype afterwards:
 * no code of this folder may then call a method by its name, spread, or loop with `of`, since each goes by a prototype.
 */
const { create, setPrototypeOf, getOwnPropertyDescriptors } = Object

export const { apply, construct, defineProperty, get, getOwnPropertyDescriptor } = Reflect

/** @returns the object without what it would inherit from a changed `Object.prototype`. */
export function bare<T extends object>(value: T): T {
  return setPrototypeOf(value, null) as T
}

/** @returns the collection, with methods that a page cannot change. Loop over it with its `forEach`. */
export function own<T extends object>(collection: T): T {
  const prototype = Object.getPrototypeOf(collection) as object
  return setPrototypeOf(collection, create(null, getOwnPropertyDescriptors(prototype))) as T
}

// biome-ignore lint/complexity/noBannedTypes: any function, to be called with `apply`
export type Callable = Function

/** @returns a method of a prototype as a function of its receiver. */
export function method<This extends object, Name extends keyof This>(
  prototype: This,
  name: Name,
): This[Name] extends (...args: infer Args) => infer Result ? (self: This, ...args: Args) => Result : never {
  const native = prototype[name] as Callable
  const call = (self: This, ...args: unknown[]) => apply(native, self, args)
  return call as never
}

/** @returns an accessor of a prototype as a function of its receiver. */
export function getter<This extends object, Name extends keyof This>(
  prototype: This,
  name: Name,
): (self: This) => This[Name] {
  const native = getOwnPropertyDescriptor(prototype, name)?.get as Callable
  return self => apply(native, self, []) as This[Name]
}
