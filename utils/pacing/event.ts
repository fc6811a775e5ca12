import type { Forgotten } from './forgotten'
import type { Signals, WindowSignal } from './presence'
import type { Totals } from './totals'

/** When and where an event happened. */
export interface Moment {
  /** Epoch milliseconds. May lie before the last event: a clock can be set back. */
  readonly at: number
  /** The IANA zone the person is in, for example "Europe/Amsterdam". */
  readonly zone: string
}

/** What the person does. */
export type Action =
  | { readonly type: 'start' }
  /** "Off": one action from every state. */
  | { readonly type: 'stop' }
  | { readonly type: 'pause'; readonly until: number }
  | { readonly type: 'resume' }
  | { readonly type: 'rest' }
  /** Leaves the rest surface. */
  | { readonly type: 'back' }
  | { readonly type: 'later' }
  /** The answer to a limit. Leaving is the person's own act in the page; nothing is closed for them. */
  | { readonly type: 'limitAnswer'; readonly answer: 'leave' | 'littleLonger' }
  | { readonly type: 'lowDay'; readonly on: boolean }
  /** This evening with its light, or without. */
  | { readonly type: 'eveningLight'; readonly on: boolean }
  | { readonly type: 'quiet'; readonly on: boolean }
  | { readonly type: 'reading'; readonly on: boolean }
  /** Erases screen time. */
  | { readonly type: 'forget'; readonly forgotten: Forgotten }

/** What is reported about the person and the machine. */
export type Report =
  | { readonly type: 'device'; readonly device: Signals['device'] }
  | { readonly type: 'windows'; readonly windows: readonly WindowSignal[]; readonly focused: string | null }
  /** A key was pressed in a page. */
  | { readonly type: 'typing' }
  /** A tab switch or the end of a page: a good moment. Pauses in typing are found here. */
  | { readonly type: 'breakpoint' }
  /** An alarm. It only says what time it is. */
  | { readonly type: 'tick' }
  /** The browser started, was updated, or the device woke: the time since the last event was spent away. */
  | { readonly type: 'wake' }
  /** What other devices know. */
  | { readonly type: 'merge'; readonly totals: Totals }
  /** What other devices told is not to count any more. */
  | { readonly type: 'alone' }
  /** The history holds every interval that ended at or before `through` (epoch milliseconds). */
  | { readonly type: 'stored'; readonly through: number }

/** Everything that can happen to the machine. */
export type PacingEvent = (Action | Report) & Moment
