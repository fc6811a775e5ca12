/** Compares what an element's own style says with what it said before. */
export class InlineStyles {
  readonly #scratch: CSSStyleDeclaration

  constructor(page: Document) {
    this.#scratch = page.createElement('i').style
  }

  /** @returns the properties that changed since the style read `before`, each with its earlier value, `''` for none. */
  changes(element: ElementCSSInlineStyle, before: string): Map<string, string> {
    const changed = new Map<string, string>()
    const own = element.style
    const old = this.#scratch
    old.cssText = before
    for (const property of [...old, ...own]) {
      const value = old.getPropertyValue(property)
      if (value !== own.getPropertyValue(property)) changed.set(property, value)
    }
    return changed
  }
}
