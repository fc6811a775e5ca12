import type { LedgerInterval } from './ledger'
import type { Surface } from './state'

/** Names of the lines said to a person. The words are in the locale files. */
export type MessageId =
  | 'forewarning'
  | 'blockDone'
  | 'secondStage'
  | 'wasAway'
  | 'restOver'
  | 'limit'
  | 'evening'

/** An answer to something the person just did, said where they did it. Never shown unasked. */
export type Reply =
  /** "Read 15, rest 5." Milliseconds. */
  | { readonly message: 'plan'; readonly blockMs: number; readonly restMs: number }
  /** When the nudge comes back if reading goes on, epoch milliseconds. */
  | { readonly message: 'later'; readonly around: number }
  /** A low day is on offer; said once a day, with the plan. */
  | { readonly message: 'lowDay' }

/** What is to be done after the new state is stored. */
export type Effect =
  /** Fade in this surface in place of any other. `message` is `null` for the wordless rest surface. */
  | {
      readonly type: 'show'
      readonly surface: Surface
      readonly message: MessageId | null
      readonly sound: boolean
    }
  /** Fade out whatever is shown. */
  | { readonly type: 'hide' }
  | { readonly type: 'reply'; readonly reply: Reply }
  /** For calm mode: pages are this far warmer and dimmer, in steps; 0 for no more. */
  | { readonly type: 'evening'; readonly dusk: number }
  /** Put these in the history, each over the one with the same device, day and start; then report `stored`. */
  | { readonly type: 'store'; readonly intervals: readonly LedgerInterval[] }
