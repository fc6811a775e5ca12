import { replaceGetter, replaceMethod, replaceSetter } from './disguise'
import { apply, ask, type Callable, getOwnPropertyDescriptor } from './natives'

/**
 * Tells of what scripts change that leaves no trace in the tree: the rules of style sheets, and which of some choices is
 * taken. Asking for a rule's style is taken for changing it; rules that are only added are made ready for what is to come.
 */
export function tellOfRules(view: Window & typeof globalThis, changed: () => void): void {
  const tell = (holder: object, name: string) =>
    replaceMethod(holder, name, (native, self, args) => {
      const result = apply(native, self, args)
      changed()
      return result
    })
  const sheet = view.CSSStyleSheet.prototype
  tell(sheet, 'deleteRule')
  tell(sheet, 'removeRule')
  tell(sheet, 'replaceSync')
  tell(sheet, 'replace')
  replaceGetter(view.CSSStyleRule.prototype, 'style', (native, self, args) => {
    changed()
    return apply(native, self, args)
  })
  const input = view.HTMLInputElement.prototype
  const isChecked = getOwnPropertyDescriptor(input, 'checked')?.get as Callable
  replaceSetter(input, 'checked', (native, self, args) => {
    const before = ask(isChecked, self)
    const result = apply(native, self, args)
    // A page that is rendered anew sets what stands there already.
    if (ask(isChecked, self) !== before) changed()
    return result
  })
}
