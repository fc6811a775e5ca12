import { type Root, watchRoots } from './roots'

/**
 * Puts style rules into the document and every shadow root, now and to come, until `signal` aborts. The rules stand
 * outside the page's DOM, hold under any content security policy, and are put back when the page replaces its sheets.
 *
 * They go into an anonymous cascade layer, because an important declaration in a layer wins over every important one
 * outside layers, whatever its specificity. Write declarations with `!important`.
 */
export function adoptSheet(page: Document, css: string, signal: AbortSignal): void {
  if (signal.aborted) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@layer{${css}}`)
  const adopters = new Set<WeakRef<Root>>()
  const keep = (root: Root) => {
    if (root.adoptedStyleSheets.includes(sheet)) return
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
    adopters.add(new WeakRef(root))
  }
  watchRoots(page, { found: keep, changed: keep }, signal)
  signal.addEventListener('abort', () => {
    for (const adopter of adopters) {
      const root = adopter.deref()
      if (root) root.adoptedStyleSheets = root.adoptedStyleSheets.filter(other => other !== sheet)
    }
  })
}
