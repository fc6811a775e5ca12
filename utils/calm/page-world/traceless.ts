import { listenAfter } from './disguise'
import { tellIfOther } from './rules'

/**
 * What shows and leaves no trace in the tree, by kind: methods, and with `=` what is set. Popovers and slots.
 */
const TRACELESS: Readonly<Record<string, string>> = {
  HTMLElement: 'showPopover hidePopover togglePopover',
  HTMLSlotElement: 'assign =name',
}

/** Who is told of what leaves no trace in the tree. */
export interface Traceless {
  /** Something looks different. */
  changed(): void
  /** A choice has been taken, or is no longer. */
  chosen(input: HTMLInputElement): void
}

/** Tells of what scripts change that leaves no trace in the tree and is held by what it looks like: choices too. */
export function tellOfTraceless(view: Window & typeof globalThis, told: Traceless): void {
  const kinds = view as unknown as Record<string, { readonly prototype: object } | undefined>
  for (const kind in TRACELESS) {
    const holder = kinds[kind]?.prototype
    for (const name of holder ? (TRACELESS[kind] as string).split(' ') : []) {
      const isSet = name[0] === '='
      listenAfter(holder as object, isSet ? name.slice(1) : name, told.changed, isSet ? 'set' : 'value')
    }
  }
  tellIfOther(view.HTMLInputElement.prototype, 'checked', input => {
    told.chosen(input as HTMLInputElement)
    told.changed()
  })
  tellIfOther(view.HTMLOptionElement.prototype, 'selected', told.changed)
}
