import { replaceMethod } from './disguise'
import type { HeldCalls } from './held-calls'
import { apply, bare, getter, method, prototypeOf } from './natives'

/** What sets or clears a selection, and what goes on from the one before. */
const SETS = 'setBaseAndExtent collapse setPosition selectAllChildren removeAllRanges empty'
const ADDS = 'addRange removeRange extend modify'

/** Where the selection is the caret of somebody who writes. */
const WRITTEN_IN = 'input,textarea,[contenteditable]'

const prototype = prototypeOf('Selection')
const anchorOf = getter(prototype, 'anchorNode')
const anchorOffsetOf = getter(prototype, 'anchorOffset')
const focusOf = getter(prototype, 'focusNode')
const focusOffsetOf = getter(prototype, 'focusOffset')
const activeIn = getter(prototypeOf('Document'), 'activeElement')
const closest = method(prototypeOf('Element'), 'closest')

/**
 * Holds words that scripts select by turns. The calls wait, rather than that the selection be given back: a page is told of each
 * change of it, and may change it in answer. A caret is never held.
 *
 * @param mayHold whether calls may wait at all just now
 * @param afterTurn calls back when the page's script has had its turn
 */
export function leadSelection(
  view: Window & typeof globalThis,
  calls: HeldCalls,
  mayHold: () => boolean,
  afterTurn: (then: () => void) => void,
): void {
  const isCaret = () => {
    const active = activeIn(view.document)
    return active !== null && closest(active, WRITTEN_IN) !== null
  }
  let isTurn = false
  const lookAfterTurn = (self: Selection) => {
    const before = isTurn ? null : placeOf(self)
    if (!before) return
    isTurn = true
    afterTurn(() => {
      isTurn = false
      if (!isSame(before, placeOf(self)) && !isCaret()) calls.moved(self)
    })
  }
  const lead = (name: string, adds: boolean) =>
    replaceMethod(view.Selection.prototype, name, (native, receiver, args) => {
      const self = receiver as Selection
      if (calls.isHeld(self) && mayHold() && !isCaret()) {
        calls.keep(self, () => apply(native, self, args), adds)
        return undefined
      }
      lookAfterTurn(self)
      return apply(native, self, args)
    })
  for (const name of SETS.split(' ')) lead(name, false)
  for (const name of ADDS.split(' ')) lead(name, true)
}

interface Place {
  readonly anchor: Node | null
  readonly anchorOffset: number
  readonly focus: Node | null
  readonly focusOffset: number
}

/** @returns null for what is no selection: its own function then says so to the page. */
function placeOf(selection: Selection): Place | null {
  try {
    return bare({
      anchor: anchorOf(selection),
      anchorOffset: anchorOffsetOf(selection),
      focus: focusOf(selection),
      focusOffset: focusOffsetOf(selection),
    })
  } catch {
    return null
  }
}

function isSame(one: Place, other: Place | null): boolean {
  return (
    one.anchor === other?.anchor &&
    one.anchorOffset === other.anchorOffset &&
    one.focus === other.focus &&
    one.focusOffset === other.focusOffset
  )
}
