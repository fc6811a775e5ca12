/**
 * Makes text of components, for a parser: the popup's first picture is there sooner so than by way of a renderer. Knows what
 * the components of the popup use: no listeners, no state, no refs.
 */
class Made {
  constructor(
    readonly type: string | Component,
    readonly props: Attributes,
  ) {}
}

type Attributes = Readonly<Record<string, unknown>>
type Component = (props: Attributes) => unknown

/** Elements without an end. */
const VOID: readonly string[] = ['input', 'br', 'hr', 'img']

export const Fragment = ({ children }: Attributes): unknown => children

/** Nothing is done yet: what a component does not show, such as what is folded away, is never made. */
export const jsx = (type: string | Component, props: Attributes): unknown => new Made(type, props)

export { jsx as jsxDEV, jsx as jsxs }

/** @returns what a component has made, as HTML. */
export function markupOf(made: unknown): string {
  if (Array.isArray(made)) return made.map(markupOf).join('')
  if (!(made instanceof Made)) {
    return made === null || made === undefined || typeof made === 'boolean' ? '' : escaped(String(made))
  }
  const { type, props } = made
  if (typeof type === 'function') return markupOf(type(props))
  const start = `<${type}${Object.entries(props).map(attribute).join('')}>`
  return VOID.includes(type) ? start : `${start}${markupOf(props.children)}</${type}>`
}

function attribute([name, value]: readonly [string, unknown]): string {
  if (name === 'children' || value === null || value === undefined || typeof value === 'function') return ''
  // A state of ARIA is said in either case; any other is there or not.
  if (typeof value === 'boolean' && !name.startsWith('aria-')) return value ? ` ${name}=""` : ''
  return ` ${name}="${escaped(name === 'style' ? style(value) : String(value))}"`
}

function style(value: unknown): string {
  if (typeof value === 'string') return value
  return Object.entries(value as Attributes)
    .map(([property, of]) => `${property}:${of}`)
    .join(';')
}

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
