import { apply, bare, type Callable, defineProperty, getOwnPropertyDescriptor, method } from './natives'

type Capture = ((error: object, above: Callable) => void) | undefined

const NativeError = Error
const { captureStackTrace } = Error as unknown as { captureStackTrace: Capture }
const slice = method(String.prototype, 'slice')

/** Firefox keeps the stacks of errors on the first, and those of the browser's exceptions on the second. */
const HOLDERS = [Error.prototype, globalThis.DOMException?.prototype ?? Error.prototype]
const GETTERS = [stackGetter(HOLDERS[0]), stackGetter(HOLDERS[1])]

/** What stands before line and column where a stack names this script. */
const OWN_PLACE = partsOf(firstPlace(new Error().stack ?? ''))[0]

/**
 * An error that a native function throws tells of the page's own code alone, as it would if nothing stood in that
 * function's place: an extension's address in it would tell a page of its reader.
 *
 * @param above what the page has called; what that has called is not shown where the page formats stacks itself
 */
export function hideTrace(error: unknown, above: Callable): void {
  if (typeof error !== 'object' || error === null) return
  const own = getOwnPropertyDescriptor(error, 'stack')
  if (own && !own.get) return
  if (captureStackTrace && getOwnPropertyDescriptor(NativeError, 'prepareStackTrace')) {
    if (own) captureStackTrace(error, above)
    return
  }
  const stack = own ? apply(own.get as Callable, error, []) : stackOf(error)
  if (typeof stack !== 'string') return
  const clean = withoutOwnLines(stack)
  if (clean === stack) return
  if (own?.set) apply(own.set, error, [clean])
  else rewrite(error, clean)
}

/** Firefox notes the place at each error besides. */
function rewrite(error: object, stack: string): void {
  const [file, line, column] = partsOf(firstPlace(stack))
  set(error, 'stack', stack)
  set(error, 'fileName' in error ? 'fileName' : 'filename', file)
  set(error, 'lineNumber', +line)
  set(error, 'columnNumber', +column)
}

function set(error: object, name: string, value: unknown): void {
  defineProperty(error, name, bare({ value, writable: true, configurable: true, enumerable: false }))
}

function stackGetter(holder: object | undefined): Callable | undefined {
  return holder && getOwnPropertyDescriptor(holder, 'stack')?.get
}

function stackOf(error: object): unknown {
  for (let at = 0; at < GETTERS.length; at++) {
    try {
      const stack = GETTERS[at] && apply(GETTERS[at] as Callable, error, [])
      if (stack !== undefined) return stack
    } catch {
      // Not of that kind.
    }
  }
  return undefined
}

function withoutOwnLines(stack: string): string {
  let clean = ''
  let from = 0
  for (let at = 0; at <= stack.length; at++) {
    if (at < stack.length && stack[at] !== '\n') continue
    if (partsOf(slice(stack, from, at))[0] !== OWN_PLACE) clean += slice(stack, from, at + 1)
    from = at + 1
  }
  return clean
}

/** @returns the first line of a stack that names a place. */
function firstPlace(stack: string): string {
  let from = 0
  for (let at = 0; at <= stack.length; at++) {
    if (at < stack.length && stack[at] !== '\n') continue
    const line = slice(stack, from, at)
    if (partsOf(line)[0]) return line
    from = at + 1
  }
  return ''
}

/** @returns the script, line and column in a line of a stack, such as `at f (a:1:2)` or `f@a:1:2`; empty without. */
function partsOf(line: string): readonly [string, string, string] {
  let end = line[line.length - 1] === ')' ? line.length - 1 : line.length
  let start = end
  while (start > 0 && isDigit(line[start - 1] as string)) start--
  const column = slice(line, start, end)
  if (!column || line[start - 1] !== ':') return ['', '', '']
  end = --start
  while (start > 0 && isDigit(line[start - 1] as string)) start--
  const row = slice(line, start, end)
  if (!row || line[start - 1] !== ':') return ['', '', '']
  end = --start
  while (start > 0 && !isBorder(line[start - 1] as string)) start--
  return [slice(line, start, end), row, column]
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9'
}

function isBorder(sign: string): boolean {
  return sign === ' ' || sign === '(' || sign === '@'
}
