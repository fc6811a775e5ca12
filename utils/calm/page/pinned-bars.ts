import { type Root, watchRoots } from './roots'

/** Where bars are looked for, in shares of the width and height of the view: along its edges, and a little inside. */
const EDGES = [0.02, 0.5, 0.98].flatMap(along =>
  [0.01, 0.06, 0.94, 0.99].map(across => [along, across] as const),
)
const LOOKS = EDGES.flatMap(([along, across]) => [[along, across] as const, [across, along] as const])

/** The most a bar covers of the view, in one direction: what covers more is a dialog or a curtain, which has to stay. */
const BAR = 0.4

/** What may be declared anew. */
const PROPERTIES = ['position', 'top', 'right', 'bottom', 'left'] as const

/** A bar's own inline style, to be given back. */
interface Own {
  /** The attribute as the page wrote it. */
  readonly text: string | null
  readonly declared: readonly { readonly name: string; readonly value: string; readonly priority: string }[]
}

/**
 * Unpins the bars that can be seen, as they come into view, until `signal` aborts. A sticky bar stays where it belongs
 * in the page, a fixed one where it stood when the page was at its top.
 *
 * It looks at the edges of the view alone, after the person scrolls and after the page changes: the cost does not grow
 * with the page.
 */
export function unpinBars(page: Document, signal: AbortSignal): void {
  const view = page.defaultView
  if (!view || signal.aborted) return
  const unpinned = new Map<HTMLElement, Own>()
  let frame = 0

  const look = () => {
    frame = 0
    for (const [bar, position] of pinnedBars(page, view)) {
      // A page that has pinned it once more has written over what was set here, not over its own.
      if (!unpinned.has(bar)) unpinned.set(bar, ownStyle(bar))
      unpin(bar, position)
    }
  }
  const lookSoon = () => {
    frame ||= view.requestAnimationFrame(look)
  }
  for (const type of ['scroll', 'resize', 'load'])
    view.addEventListener(type, lookSoon, { capture: true, passive: true, signal })
  watchRoots(page, { found: (root: Root) => root === page && lookSoon(), changed: lookSoon }, signal)
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(frame)
    for (const [bar, own] of unpinned) pinAgain(bar, own)
  })
}

/** @returns the fixed and sticky bars that are to be seen at the edges of the view, each with its position. */
function pinnedBars(page: Document, view: Window): Map<HTMLElement, string> {
  const bars = new Map<HTMLElement, string>()
  const seen = new Set<Element>()
  for (const [x, y] of LOOKS) {
    for (const element of page.elementsFromPoint(x * view.innerWidth, y * view.innerHeight)) {
      if (seen.has(element) || !(element instanceof HTMLElement)) continue
      seen.add(element)
      const { position } = view.getComputedStyle(element)
      if ((position === 'fixed' || position === 'sticky') && isBar(element, view)) bars.set(element, position)
    }
  }
  return bars
}

function isBar(element: HTMLElement, { innerWidth, innerHeight }: Window): boolean {
  if (element.matches('dialog,[role$=dialog],[aria-modal=true],[popover]')) return false
  const { width, height } = element.getBoundingClientRect()
  return width <= BAR * innerWidth || height <= BAR * innerHeight
}

function ownStyle(bar: HTMLElement): Own {
  const declared = PROPERTIES.map(name => ({
    name,
    value: bar.style.getPropertyValue(name),
    priority: bar.style.getPropertyPriority(name),
  }))
  return { text: bar.getAttribute('style'), declared }
}

function unpin({ style }: HTMLElement, position: string): void {
  // Not static: what is placed inside a bar is placed by it.
  style.setProperty('position', position === 'fixed' ? 'absolute' : 'relative', 'important')
  if (position === 'fixed') return
  for (const side of PROPERTIES.slice(1)) style.setProperty(side, 'auto', 'important')
}

/** Declarations that the page has made meanwhile stay; without any, its style is what it was to the letter. */
function pinAgain(bar: HTMLElement, own: Own): void {
  for (const { name, value, priority } of own.declared) {
    bar.style.removeProperty(name)
    if (value) bar.style.setProperty(name, value, priority)
  }
  const before = document.createElement('p')
  before.style.cssText = own.text ?? ''
  if (!sameDeclarations(bar.style, before.style)) return
  if (own.text === null) bar.removeAttribute('style')
  else bar.setAttribute('style', own.text)
}

function sameDeclarations(one: CSSStyleDeclaration, other: CSSStyleDeclaration): boolean {
  return (
    one.length === other.length &&
    [...one].every(name => one.getPropertyValue(name) === other.getPropertyValue(name))
  )
}
