import { listenAfter, replaceSetter } from './disguise'
import { apply, ask, type Callable, getOwnPropertyDescriptor, getter, newSet, prototypeOf } from './natives'
import type { Styles } from './styled'

/** Who is told of changes of style sheets, which leave no trace in the tree. */
export interface RuleChanges {
  /** Something looks different. */
  changed(): void
  /** These rules are others than before, or there are more of them. */
  restyled(styles: Styles): void
}

/** Styles of rules that a page has asked for, and may have kept: more than these are not looked at. */
const MOST_KEPT = 20
const kept = newSet<CSSStyleDeclaration>()
const textOf = getter(prototypeOf('CSSStyleDeclaration'), 'cssText')

/** @returns what the styles say that a page may have kept; nothing tells when it changes them. */
export function keptStyles(): string {
  let text = ''
  kept.forEach(style => {
    text += textOf(style)
  })
  return text
}

/**
 * Tells of what scripts change of the rules of style sheets. Asking for a rule's style is taken for changing it; rules that
 * are only added are made ready for what is to come.
 */
export function tellOfRules(view: Window & typeof globalThis, told: RuleChanges): void {
  const tell = (name: string, adds = false, { prototype }: { prototype: object } = view.CSSStyleSheet) =>
    listenAfter(prototype, name, styles => {
      told.restyled(styles as Styles)
      if (!adds) told.changed()
    })
  tell('deleteRule')
  tell('removeRule')
  tell('replaceSync')
  tell('replace')
  tell('insertRule', true)
  tell('addRule', true)
  tell('deleteRule', false, view.CSSGroupingRule)
  tell('insertRule', false, view.CSSGroupingRule)
  const asked = (rule: unknown, style: unknown) => {
    if (kept.size < MOST_KEPT) kept.add(style as CSSStyleDeclaration)
    told.restyled(rule as CSSStyleRule)
    told.changed()
  }
  listenAfter(view.CSSStyleRule.prototype, 'style', asked, 'get')
  for (const { prototype } of [view.Document, view.ShadowRoot]) {
    const sheetsOf = getter(prototype, 'adoptedStyleSheets')
    const adopted = (root: unknown) => {
      const sheets = sheetsOf(root as Document & ShadowRoot)
      for (let at = 0; at < sheets.length; at++) told.restyled(sheets[at] as CSSStyleSheet)
      told.changed()
    }
    listenAfter(prototype, 'adoptedStyleSheets', adopted, 'set')
  }
  tellIfOther(view.StyleSheet.prototype, 'disabled', sheet => {
    told.restyled(sheet as CSSStyleSheet)
    told.changed()
  })
}

/** Calls `told` when what a script has set is another than before: a page that is rendered anew sets what stands there already. */
export function tellIfOther(
  holder: object,
  name: string,
  told: (self: unknown, before: unknown, now: unknown) => void,
): void {
  const own = getOwnPropertyDescriptor(holder, name)?.get as Callable
  replaceSetter(holder, name, (native, self, args) => {
    const before = ask(own, self)
    const result = apply(native, self, args)
    const now = ask(own, self)
    if (before !== now) told(self, before, now)
    return result
  })
}
