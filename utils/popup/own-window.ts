import type { FirstView } from './first-view'

/** What the script that draws the popup first leaves for the one that brings it to life. */
export interface FirstDrawing {
  readonly view: FirstView
  /** Does what was pressed meanwhile. */
  giveBack(): void
}

/** The popup's window, in which its two scripts meet. */
export interface PopupWindow {
  first?: FirstDrawing
  /** Says that the popup does not come to life, in place of one that looks as if it had; offers to try again. */
  giveUp?(): void
}
