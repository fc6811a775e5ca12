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

type Part = 'value' | 'get' | 'set'

/** What stands in for native functions, with the function each stands in for. */
const natives = newWeakMap<object, Callable>()

/**
 * Puts `substitute` in the place of a native function, so that a page sees the native one: name, length, own
 * properties, source text and what it throws stay. Where there is no such function, nothing happens.
 */
export function replaceMethod(holder: object, name: PropertyKey, substitute: Substitute): void {
  replacePart(holder, name, 'value', substitute)
}

/** Calls `told` after each call of a native function, with its receiver and its result. */
export function listenAfter(
  holder: object,
  name: PropertyKey,
  told: (self: unknown, result: unknown) => void,
  part: Part = 'value',
): void {
  replacePart(holder, name, part, (native, self, args) => {
    const result = apply(native, self, args)
    told(self, result)
    return result
  })
}

/** The same for the setter of a property. */
export function replaceSetter(holder: object, name: PropertyKey, substitute: Substitute): void {
  replacePart(holder, name, 'set', substitute)
}

/** The same for the getter of a property. */
export function replaceGetter(holder: object, name: PropertyKey, substitute: Substitute): void {
  replacePart(holder, name, 'get', substitute)
}

/** Puts something else in the place of what a property holds. */
export function replaceValue(holder: object, name: string, value: unknown): void {
  const descriptor = getOwnPropertyDescriptor(holder, name)
  if (descriptor) defineProperty(holder, name, bare({ ...descriptor, value }))
}

function replacePart(holder: object, name: PropertyKey, part: Part, substitute: Substitute): void {
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
  // What stands in already stands for the browser's own.
  natives.set(proxy, natives.get(native) ?? native)
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

const tell = Function.prototype.toString as Callable
/** How a browser tells of what was put together from another function, and of its own telling. */
const MADE = apply(tell, new Proxy(tell, {}), [])
const NATIVE = apply(tell, tell, [])

/** What the functions of windows inherit from that tell of this one's functions too. */
const met = newWeakMap<object, true>()
let isAsking = false

/**
 * Has `Function.prototype.toString` tell of the native functions. The windows of frames are to be given too: whichever a
 * page asks, and about whichever, it is then told the same.
 *
 * @returns whether that window was not known before; what is no such window, or of another origin, is let be
 */
export function disguiseSources(view: unknown): boolean {
  try {
    const functions = ownOf(ownOf(view, 'Function'), 'prototype') as object
    if (met.get(functions) || !tellerOf(functions)) return false
    met.set(functions, true)
    replaceMethod(functions, 'toString', tellSource)
    return true
  } catch {
    return false
  }
}

const tellSource: Substitute = (native, self, args) => {
  const own = typeof self === 'function' ? natives.get(self) : undefined
  const text = apply(native, own ?? self, args)
  const functions = text === MADE && !isAsking && getPrototypeOf(self as object)
  if (!functions || !met.get(functions)) return text
  isAsking = true
  try {
    return apply(tellerOf(functions) ?? native, own ?? self, [])
  } finally {
    isAsking = false
  }
}

/** @returns what tells of a window's functions there; null when the page has put something of its own in its place. */
function tellerOf(functions: object): Callable | null {
  const teller = ownOf(functions, 'toString') as Callable
  const text = apply(tell, teller, [])
  return text === MADE || text === NATIVE ? (natives.get(teller) ?? teller) : null
}

function ownOf(holder: unknown, name: string): unknown {
  return getOwnPropertyDescriptor(holder as object, name)?.value
}
