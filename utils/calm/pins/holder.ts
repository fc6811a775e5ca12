import type { Pairs } from './renewals'

/** Holds one kind of what moves, whoever moves it. */
export interface Holder {
  /**
   * Takes note of a change, before anything of it is painted.
   * @returns whether it is to be looked at before the next paint
   */
  note(record: MutationRecord): boolean
  /**
   * What stands in an element or root has been written anew.
   * @returns whether it is to be looked at before the next paint
   */
  renew?(parent: ParentNode, pairs: Pairs): boolean
  /**
   * Looks at what has changed.
   * @param now milliseconds
   * @param isTheirs whether the person has just used the page, so that what moves may be their doing
   */
  look(now: number, isTheirs: boolean): void
  /** Lets go of what has come to its end. @returns milliseconds until something else may have, or infinity. */
  settle(now: number): number
  /** Lets everything go. */
  letGo(): void
}
