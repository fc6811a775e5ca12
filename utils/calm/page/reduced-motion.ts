import { asIfReduced } from '../page-world/reduced-motion-query'
import { type Root, watchRoots } from './roots'

/**
 * Has the page's readable stylesheets act as if less motion were asked for, until `signal` aborts. Sheets of another
 * origin are closed to scripts and stay as they are.
 */
export function tellReducedMotion(page: Document, signal: AbortSignal): void {
  const originals = new Map<MediaList, string>()
  const rewrite = (media: MediaList) => {
    const told = asIfReduced(media.mediaText)
    if (told === media.mediaText) return
    originals.set(media, media.mediaText)
    media.mediaText = told
  }
  const seen = new WeakMap<CSSStyleSheet, number>()
  const visit = (root: Root) => {
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      const rules = rulesOf(sheet)
      if (!rules || seen.get(sheet) === rules.length) continue
      seen.set(sheet, rules.length)
      rewrite(sheet.media)
      rewriteRules(rules, rewrite)
    }
  }
  const roots = new Set<Root>()
  const visitAll = () => {
    for (const root of roots) visit(root)
  }
  watchRoots(
    page,
    {
      found(root) {
        roots.add(root)
        visit(root)
      },
      changed: visit,
    },
    signal,
  )
  // A linked sheet is there once it has loaded.
  page.addEventListener('load', ({ target }) => target instanceof HTMLLinkElement && visitAll(), {
    capture: true,
    signal,
  })
  page.addEventListener('DOMContentLoaded', visitAll, { signal })
  signal.addEventListener('abort', () => {
    for (const [media, text] of originals) media.mediaText = text
  })
}

function rewriteRules(rules: CSSRuleList, rewrite: (media: MediaList) => void): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule || rule instanceof CSSImportRule) rewrite(rule.media)
    if (rule instanceof CSSGroupingRule) rewriteRules(rule.cssRules, rewrite)
    const imported = rule instanceof CSSImportRule ? rule.styleSheet : null
    const below = imported && rulesOf(imported)
    if (below) rewriteRules(below, rewrite)
  }
}

/** @returns null for a sheet of another origin. */
function rulesOf(sheet: CSSStyleSheet): CSSRuleList | null {
  try {
    return sheet.cssRules
  } catch {
    return null
  }
}
