import { replaceGetter, replaceMethod, replaceSetter } from './disguise'
import { apply, ask, type Callable, getOwnPropertyDescriptor } from './natives'

/** Who is told of changes that leave no trace in the tree. */
export interface RuleChanges {
  /** Something looks different. */
  changed(): void
  /** These rules are others than before, or there are more of them. */
  restyled(styles: CSSStyleSheet | CSSStyleRule): void
  /** A choice has been taken, or is no longer. */
  chosen(input: HTMLInputElement): void
}

/**
 * Tells of what scripts change that leaves no trace in the tree: the rules of style sheets, and which of some choices is
 * taken. Asking for a rule's style is taken for changing it; rules that are only added are made ready for what is to come.
 */
export function tellOfRules(view: Window & typeof globalThis, told: RuleChanges): void {
  const tell = (name: string, adds = false) =>
    replaceMethod(view.CSSStyleSheet.prototype, name, (native, self, args) => {
      const result = apply(native, self, args)
      told.restyled(self as CSSStyleSheet)
      if (!adds) told.changed()
      return result
    })
  tell('deleteRule')
  tell('removeRule')
  tell('replaceSync')
  tell('replace')
  tell('insertRule', true)
  tell('addRule', true)
  replaceGetter(view.CSSStyleRule.prototype, 'style', (native, self, args) => {
    const style = apply(native, self, args)
    told.restyled(self as CSSStyleRule)
    told.changed()
    return style
  })
  const tellChoice = (holder: object, name: string, taken: (self: unknown) => void = () => {}) => {
    const choice = getOwnPropertyDescriptor(holder, name)?.get as Callable
    replaceSetter(holder, name, (native, self, args) => {
      const before = ask(choice, self)
      const result = apply(native, self, args)
      // A page that is rendered anew sets what stands there already.
      if (ask(choice, self) === before) return result
      taken(self)
      told.changed()
      return result
    })
  }
  tellChoice(view.HTMLInputElement.prototype, 'checked', self => told.chosen(self as HTMLInputElement))
  tellChoice(view.HTMLSelectElement.prototype, 'selectedIndex')
  tellChoice(view.HTMLSelectElement.prototype, 'value')
  tellChoice(view.HTMLOptionElement.prototype, 'selected')
}
