import { dayAt, type RuledDay } from '../time/day'
import { EMPTY_LEDGER, type Ledger } from './ledger'
import { NO_SIGNALS, type Signals } from './presence'
import type { PacingSettings } from './settings'

/** What was said when a block began: how long to read, how long to rest. Milliseconds. */
export interface Plan {
  readonly blockMs: number
  readonly restMs: number
}

/** A block under way. */
export interface Block {
  readonly plan: Plan
  /** Time counted in this block, milliseconds. */
  readonly activeMs: number
  /** The counted time at which the nudge is due: the plan's, or later where the person said later. */
  readonly targetMs: number
  /** The nudge to come was announced, by a forewarning or by the answer that set its time. */
  readonly forewarned: boolean
}

/** Where the person is in the round of reading and rest. */
export type Cycle =
  | { readonly phase: 'off' }
  | ({ readonly phase: 'work' } & Block)
  /** The end of the block is near, or reached and waiting for a breakpoint. */
  | ({ readonly phase: 'approach' } & Block)
  /** The nudge was shown. `shownMs`: how long the person has had it in view. */
  | ({ readonly phase: 'due1'; readonly shownMs: number } & Block)
  /** The nudge stays, and nothing comes after it. */
  | ({ readonly phase: 'due2' } & Block)
  | { readonly phase: 'rest'; readonly leftMs: number }
  /** Rested, on the rest surface or by being away. `untouched`: no time of the block had been used. */
  | { readonly phase: 'restDone'; readonly by: 'rest' }
  | { readonly phase: 'restDone'; readonly by: 'away'; readonly untouched: boolean }

/** A cycle with a block in it. */
export type BlockCycle = Extract<Cycle, Block>

/** Which limit: the day's, or a site's. */
export type LimitScope = { readonly kind: 'day' } | { readonly kind: 'site'; readonly site: string }

/** A line that is shown for a minute and goes by itself. */
export type Notice = 'forewarning' | 'wasAway' | 'evening'

/** The one thing of Luwte's that is on the screen. */
export type Surface =
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'nudge'; readonly stage: 1 | 2 }
  | { readonly kind: 'limit'; readonly scope: LimitScope }
  /** The dark rest surface; `over` once it says that the planned rest is over. */
  | { readonly kind: 'rest'; readonly over: boolean }

/** What was agreed about the limits of one day. */
export interface LimitAnswers {
  readonly day: string
  /** "Off" was chosen: no limit is shown again that day. */
  readonly off: boolean
  /** The day's total, in milliseconds, from which the day limit may be shown again; `null` before any answer. */
  readonly dayFromMs: number | null
  /** The same by site. */
  readonly siteFromMs: Readonly<Record<string, number>>
}

/**
 * All the machine knows. Plain JSON: it is stored after every step and read back, and nothing else is kept.
 * Every running time is a remainder or a sum in milliseconds rather than an instant, so a clock that is set back
 * or forward cannot strand it.
 */
export interface PacingState {
  /** This device's name in the ledger. */
  readonly device: string
  /** The last event, epoch milliseconds. */
  readonly at: number
  /** The day it fell in, and the zone the person was in. */
  readonly today: RuledDay
  readonly cycle: Cycle
  /** Which block of the round is under way or next, 1-3; the third has the longer rest. */
  readonly ordinal: number
  readonly signals: Signals
  /** Time without a break that the person has been idle or away. */
  readonly absentMs: number
  /** What is left of the 5 s after the last key. */
  readonly typingMs: number
  /** What is left, in time at the screen, of the minute in which nothing new is shown. */
  readonly graceMs: number
  /** Epoch milliseconds until which the person paused; `null` when not paused. */
  readonly pausedUntil: number | null
  /** The evening has begun, and lasts until the day rolls over. */
  readonly evening: boolean
  /** How far its light has come, in steps. */
  readonly dusk: number
  /** The day whose evening is to stay bright; `null` for none. */
  readonly brightOn: string | null
  /** The day on which the evening was last announced. */
  readonly eveningSaidOn: string | null
  /** Nudges were held at the last event: quiet, pause or evening. */
  readonly held: boolean
  /** A new block began after an absence, and this was not said yet. */
  readonly wasAway: boolean
  /** The day that is a low day; `null` for none. */
  readonly lowDay: string | null
  /** The day on which a low day was last offered. */
  readonly lowDayOfferedOn: string | null
  readonly limitAnswers: LimitAnswers
  readonly surface: Surface | null
  readonly ledger: Ledger
}

/** The state of a new installation: off, nothing counted, nothing known. */
export function initialState(
  { device, at, zone }: { device: string; at: number; zone: string },
  { rolloverMinute }: Pick<PacingSettings, 'rolloverMinute'>,
): PacingState {
  const today = { ...dayAt(at, { zone, rolloverMinute }), zone, rolloverMinute }
  return {
    device,
    at,
    today,
    cycle: { phase: 'off' },
    ordinal: 1,
    signals: NO_SIGNALS,
    absentMs: 0,
    typingMs: 0,
    graceMs: 0,
    pausedUntil: null,
    evening: false,
    dusk: 0,
    brightOn: null,
    eveningSaidOn: null,
    held: false,
    wasAway: false,
    lowDay: null,
    lowDayOfferedOn: null,
    limitAnswers: noAnswers(today.key),
    surface: null,
    ledger: EMPTY_LEDGER,
  }
}

/** A day on which no limit was answered yet. */
export function noAnswers(day: string): LimitAnswers {
  return { day, off: false, dayFromMs: null, siteFromMs: {} }
}
