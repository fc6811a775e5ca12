import type { Root } from '../page/roots'

/**
 * Styles elements by a sheet of our own, which finds each by its place in the tree: where no animation can do it. No attribute is
 * written.
 */
export class PlacedRules {
  readonly #rules = new Map<Element, string>()
  readonly #sheets = new Map<Root, CSSStyleSheet>()
  #isWaiting = false

  get size(): number {
    return this.#rules.size
  }

  /** @param css what stands in a rule for the element */
  set(element: Element, css: string): void {
    if (this.#rules.get(element) === css) return
    this.#rules.set(element, css)
    this.#placeSoon()
  }

  delete(element: Element): void {
    if (this.#rules.delete(element)) this.#placeSoon()
  }

  /** Finds the elements anew: others may have come before them, or gone. */
  place(): void {
    const rules = new Map<Root, string>()
    for (const [element, css] of this.#rules) {
      const root = element.getRootNode()
      if (!(root instanceof Document || root instanceof ShadowRoot)) continue
      rules.set(root, `${rules.get(root) ?? ''}${placeOf(element)}{${css}}`)
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
