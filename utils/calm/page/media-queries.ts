import { type Root, watchRoots } from './roots'

/** Gives the query that a stylesheet is to ask instead of its own. */
type Answer = (query: string) => string

interface Answers {
  readonly given: Set<Answer>
  /** Brings every query of the page to the answers given. */
  update(): void
}

const answersOf = new WeakMap<Document, Answers>()

/**
 * Has the page's readable stylesheets ask `answer(query)` instead of each media query, until `signal` aborts. Several
 * answers hold at once. Sheets of another origin are closed to scripts and stay as they are.
 */
export function answerMediaQueries(page: Document, answer: Answer, signal: AbortSignal): void {
  if (signal.aborted) return
  const answers = answersOf.get(page) ?? startAnswering(page)
  answers.given.add(answer)
  answers.update()
  signal.addEventListener('abort', () => {
    answers.given.delete(answer)
    answers.update()
  })
}

function startAnswering(page: Document): Answers {
  const ending = new AbortController()
  const { signal } = ending
  const given = new Set<Answer>()
  const originals = new Map<MediaList, string>()
  const roots = new Set<Root>()
  let seen = new WeakMap<CSSStyleSheet, number>()

  const rewrite = (media: MediaList) => {
    const original = originals.get(media) ?? media.mediaText
    const answered = [...given].reduce((query, answer) => answer(query), original)
    if (answered === media.mediaText) return
    originals.set(media, original)
    media.mediaText = answered
  }
  const visit = (root: Root) => {
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      const rules = rulesOf(sheet)
      if (!rules || seen.get(sheet) === rules.length) continue
      seen.set(sheet, rules.length)
      rewrite(sheet.media)
      rewriteRules(rules, rewrite)
    }
  }
  const visitAll = () => {
    for (const root of roots) visit(root)
  }
  const found = (root: Root) => {
    roots.add(root)
    visit(root)
  }
  const update = () => {
    for (const media of originals.keys()) rewrite(media)
    seen = new WeakMap()
    if (given.size > 0) return visitAll()
    ending.abort()
    answersOf.delete(page)
  }
  answersOf.set(page, { given, update })
  watchRoots(page, { found, changed: visit }, signal)
  // A linked sheet is there once it has loaded.
  page.addEventListener('load', ({ target }) => target instanceof HTMLLinkElement && visitAll(), {
    capture: true,
    signal,
  })
  page.addEventListener('DOMContentLoaded', visitAll, { signal })
  return { given, update }
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
export function rulesOf(sheet: CSSStyleSheet): CSSRuleList | null {
  try {
    return sheet.cssRules
  } catch {
    return null
  }
}
