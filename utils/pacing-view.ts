import type { Hold } from './pacing/hold'
import type { Energy } from './pacing/settings'
import type { Cycle, Surface } from './pacing/state'

/** How far a block or rest is, and will be: who shows it later needs nobody to ask. Milliseconds. */
export interface Progress {
  /** When it was seen, epoch milliseconds. */
  readonly at: number
  readonly doneMs: number
  /** What will be done a heartbeat later, if all goes on as it does. */
  readonly thenMs: number
  readonly wholeMs: number
}

/** What the popup shows about pacing, beside the page in one tab. */
export interface PacingView {
  readonly tabId: number
  /** The name a limit for this page is kept under, such as `example.org`; null on a page that has none. */
  readonly site: string | null
  readonly phase: Cycle['phase']
  /** The rest was spent away from the screen. */
  readonly wasAway: boolean
  readonly hold: Hold
  /** The end of a pause, as the person writes a time; null when not paused. */
  readonly pausedUntil: string | null
  /** The block or rest under way; null when neither is. */
  readonly progress: Progress | null
  /** How far the block or rest is, 0-1; null when neither is under way. */
  readonly filled: number | null
  /** What is left of it in whole minutes, where the person asked for digits; otherwise null. */
  readonly minutesLeft: number | null
  readonly showMinutes: boolean
  /** The next block and rest, minutes. */
  readonly blockMinutes: number
  readonly restMinutes: number
  /** The preset they are; null for minutes of one's own. */
  readonly energy: Energy | null
  /** Limits, minutes; null for none. */
  readonly dayMinutes: number | null
  readonly siteMinutes: number | null
  /** Limits count the person's other devices too. */
  readonly acrossDevices: boolean
  readonly lowDay: boolean
  /** It is evening, with pages growing warmer and dimmer (true) or not (false); null while it is not evening. */
  readonly eveningLight: boolean | null
  /** Nudges are held because the person asked for it. */
  readonly quiet: boolean
  /** The person said that they read: a still page counts as use. */
  readonly reading: boolean
  /** What is on the screen. */
  readonly surface: Surface | null
  /** What is said back to the person about what they just did, in their language. */
  readonly said: readonly string[]
}
