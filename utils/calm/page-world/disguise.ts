import { apply, bare, type Callable, defineProperty, getOwnPropertyDescriptor, newWeakMap } from './natives'

/** Called instead of a native function; the native one is called with `apply(native, self, args)`. */
export type Substitute = (native: Callable, self: unknown, args: unknown[]) => unknown

/** What stands in for native functions, with the function each stands in for. */
const natives = newWeakMap<object, Callable>()

/**
 * Puts `substitute` in the place of a native function, so that a page sees the native one: name, length, own
 * properties, source text and what it throws stay. Where there is no such function, nothing happens.
 */
export function replaceMethod(holder: object, name: PropertyKey, substitute: Substitute): void {
  replacePart(holder, name, 'value', substitute)
}

/** The same for the setter of a property. */
export function replaceSetter(holder: object, name: PropertyKey, substitute: Substitute): void {
  replacePart(holder, name, 'set', substitute)
}

/** The same for the getter of a property. */
export function replaceGetter(holder: object, name: PropertyKey, substitute: Substitute): void {
  replacePart(holder, name, 'get', substitute)
}

function replacePart(
  holder: object,
  name: PropertyKey,
  part: 'value' | 'get' | 'set',
  substitute: Substitute,
): void {
  const descriptor = getOwnPropertyDescriptor(holder, name)
  const native = descriptor?.[part] as Callable | undefined
  if (!descriptor || typeof native !== 'function') return
  const handler = bare({
    apply: (_: Callable, self: unknown, args: unknown[]) => substitute(native, self, args),
  })
  descriptor[part] = disguise(native, handler)
  defineProperty(holder, name, bare(descriptor))
}

/** @returns a proxy that gives the native function's source text as its own. */
export function disguise<T extends Callable>(native: T, handler: ProxyHandler<T>): T {
  const proxy = new Proxy(native, handler)
  natives.set(proxy, native)
  return proxy
}

/** Has `Function.prototype.toString` tell of the native functions. */
export function disguiseSources(): void {
  replaceMethod(Function.prototype, 'toString', (native, self, args) => {
    const disguised = typeof self === 'function' ? natives.get(self) : undefined
    return apply(native, disguised ?? self, args)
  })
}
