import { replaceMethod } from './disguise'
import type { HeldCalls } from './held-calls'
import { apply, bare, getter, prototypeOf } from './natives'

/** What sets a selection, and what goes on from the one before. */
const SETS = 'setBaseAndExtent collapse selectAllChildren'
const ADDS = 'addRange extend modify'

const prototype = prototypeOf('Selection')
const anchorOf = getter(prototype, 'anchorNode')
const anchorOffsetOf = getter(prototype, 'anchorOffset')
const focusOf = getter(prototype, 'focusNode')
const focusOffsetOf = getter(prototype, 'focusOffset')

/**
 * Holds words that scripts select by turns. The calls wait, rather than that the selection be given back: a page is told of each
 * change of it, and may change it in answer.
 *
 * @param mayHold whether calls may wait at all just now
 */
export function leadSelection(
  view: Window & typeof globalThis,
  calls: HeldCalls,
  mayHold: () => boolean,
): void {
  const lead = (name: string, adds: boolean) =>
    replaceMethod(view.Selection.prototype, name, (native, receiver, args) => {
      const self = receiver as Selection
      if (calls.isHeld(self) && mayHold()) {
        calls.keep(self, () => apply(native, self, args), adds)
        return undefined
      }
      const before = placeOf(self)
      const result = apply(native, self, args)
      if (before && !isSame(before, placeOf(self))) calls.moved(self)
      return result
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
