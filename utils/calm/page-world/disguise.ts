import {
  apply,
  bare,
  type Callable,
  defineProperty,
  get,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  newWeakMap,
  trySetPrototypeOf,
} from './natives'
import { hideTrace } from './stacks'

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
  const { apply: call, construct: make } = handler
  if (call) handler.apply = throwing(call)
  if (make) handler.construct = throwing(make)
  else
    handler.get = throwing((_, name, self) =>
      get(native, name as PropertyKey, self === proxy ? native : self),
    )
  handler.setPrototypeOf = (_, value) => {
    // A browser refuses to make a circle, and would not see one that goes by way of the proxy.
    for (let at = value; at; at = getPrototypeOf(at))
      if (at === proxy) return trySetPrototypeOf(native, native)
    return trySetPrototypeOf(native, value)
  }
  const proxy = new Proxy(native, handler)
  natives.set(proxy, native)
  return proxy
}

/** What a proxy's trap throws looks thrown by the native function. */
function throwing<Args extends unknown[], Result>(trap: (...args: Args) => Result) {
  const hidden = (target: Args[0], ...rest: unknown[]): Result => {
    try {
      return apply(trap, undefined, [target, rest[0], rest[1]]) as Result
    } catch (error) {
      hideTrace(error, hidden)
      throw error
    }
  }
  return hidden
}

/** Has `Function.prototype.toString` tell of the native functions. */
export function disguiseSources(): void {
  replaceMethod(Function.prototype, 'toString', (native, self, args) => {
    const disguised = typeof self === 'function' ? natives.get(self) : undefined
    return apply(native, disguised ?? self, args)
  })
}
