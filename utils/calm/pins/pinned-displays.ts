import type { Root } from '../page/roots'

/** Whether the browser takes `display` in an animation, which Firefox does not. */
export const animatesDisplay = (): boolean =>
  'display' in (new KeyframeEffect(null, { display: ['none', 'none'] }).getKeyframes()[0] ?? {})

/**
 * Holds how elements are displayed where no animation can: by a style sheet of our own, which finds each by its place in
 * the tree. No attribute is written.
 */
export class PinnedDisplays {
  readonly #values = new Map<Element, string>()
  readonly #sheets = new Map<Root, CSSStyleSheet>()
  #isWaiting = false

  get size(): number {
    return this.#values.size
  }

  pin(element: Element, value: string): void {
    if (this.#values.get(element) === value) return
    this.#values.set(element, value)
    this.#placeSoon()
  }

  unpin(element: Element): void {
    if (this.#values.delete(element)) this.#placeSoon()
  }

  /** Finds the elements anew: others may have come before them, or gone. */
  place(): void {
    const rules = new Map<Root, string>()
    for (const [element, value] of this.#values) {
      const root = element.getRootNode()
      if (!(root instanceof Document || root instanceof ShadowRoot)) continue
      rules.set(root, `${rules.get(root) ?? ''}${placeOf(element)}{display:${value}!important}`)
    }
    for (const [root, css] of rules) this.#sheetIn(root).replaceSync(`@layer{${css}}`)
    for (const [root, sheet] of this.#sheets) {
      if (rules.has(root)) continue
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(other => other !== sheet)
      this.#sheets.delete(root)
    }
  }

  /** Once for all that is held or let go of together, before the next paint. */
  #placeSoon(): void {
    if (this.#isWaiting) return
    this.#isWaiting = true
    queueMicrotask(() => {
      this.#isWaiting = false
      this.place()
    })
  }

  #sheetIn(root: Root): CSSStyleSheet {
    const sheet = this.#sheets.get(root) ?? new CSSStyleSheet()
    this.#sheets.set(root, sheet)
    if (!root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    return sheet
  }
}

/** @returns the one selector that no other element of its root can match. */
function placeOf(element: Element): string {
  let place = ''
  let at = element
  for (let parent = at.parentElement; parent; parent = at.parentElement) {
    place = `>:nth-child(${[...parent.children].indexOf(at) + 1})${place}`
    at = parent
  }
  const { parentNode } = at
  if (!(parentNode instanceof ShadowRoot)) return `:root${place}`
  return `:host>:nth-child(${[...parentNode.children].indexOf(at) + 1})${place}`
}
