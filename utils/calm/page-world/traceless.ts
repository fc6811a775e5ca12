import { listenAfter } from './disguise'
import { differs } from './movement'
import { method, prototypeOf } from './natives'
import { tellIfOther } from './rules'

/**
 * What shows and leaves no trace in the tree, by kind: methods, and with `=` what is set. Popovers, words that are selected or
 * marked, states of custom elements, slots, groups of rules, numbers of drawings.
 */
const TRACELESS: Readonly<Record<string, string>> = {
  HTMLElement: 'showPopover hidePopover togglePopover',
  Selection: 'setBaseAndExtent addRange extend collapse selectAllChildren modify',
  HighlightRegistry: 'set delete clear',
  Highlight: 'add delete clear',
  CustomStateSet: 'add delete clear',
  HTMLSlotElement: 'assign =name',
  CSSGroupingRule: 'insertRule deleteRule',
  SVGLength: '=value =valueAsString',
  SVGAnimatedNumber: '=baseVal',
  SVGTransform: 'setTranslate setRotate setScale setMatrix',
}

const matches = method(prototypeOf('Element'), 'matches')

/** Who is told of what leaves no trace in the tree. */
export interface Traceless {
  /** Something looks different. */
  changed(): void
  /** A choice has been taken, or is no longer. */
  chosen(input: HTMLInputElement): void
}

/** Tells of what scripts change that leaves no trace in the tree, which of some choices is taken and what fields hold too. */
export function tellOfTraceless(view: Window & typeof globalThis, told: Traceless): void {
  const kinds = view as unknown as Record<string, { readonly prototype: object } | undefined>
  for (const kind in TRACELESS) {
    const holder = kinds[kind]?.prototype
    for (const name of holder ? (TRACELESS[kind] as string).split(' ') : []) {
      const isSet = name[0] === '='
      listenAfter(holder as object, isSet ? name.slice(1) : name, told.changed, isSet ? 'set' : 'value')
    }
  }
  const written = (field: unknown, before: unknown, now: unknown) => {
    if (differs(`${before}`, `${now}`, 0) && !matches(field as Element, '[type=hidden]')) told.changed()
  }
  tellIfOther(view.HTMLInputElement.prototype, 'value', written)
  tellIfOther(view.HTMLTextAreaElement.prototype, 'value', written)
  tellIfOther(view.HTMLInputElement.prototype, 'checked', input => {
    told.chosen(input as HTMLInputElement)
    told.changed()
  })
  tellIfOther(view.HTMLSelectElement.prototype, 'selectedIndex', told.changed)
  tellIfOther(view.HTMLSelectElement.prototype, 'value', told.changed)
  tellIfOther(view.HTMLOptionElement.prototype, 'selected', told.changed)
}
