import { MINUTE_MS } from './timing'

/** How long to read and how long to rest, in milliseconds, each at least one minute. */
export interface BlockSettings {
  readonly blockMs: number
  readonly restMs: number
  /** The longer rest after three blocks; never shorter than `restMs`. */
  readonly longRestMs: number
}

/** Limits of screen time a day, in milliseconds; `null` or no entry means none. */
export interface LimitSettings {
  readonly dayMs: number | null
  /** By site, the same name the ledger uses. */
  readonly sites: Readonly<Record<string, number>>
}

/** What a person can choose about pacing. Nothing here is ever changed by the machine itself. */
export interface PacingSettings {
  readonly block: BlockSettings
  /** The remainder after "later"; the same every time. */
  readonly laterMs: number
  /** What "a little longer" adds at a limit; the same every time. */
  readonly littleLongerMs: number
  /** Who begins the next block after a rest: the person, in so many words, or their first activity. */
  readonly resume: 'byPerson' | 'atFirstActivity'
  /** Minutes after midnight at which the person's day rolls over, 0-1439. */
  readonly rolloverMinute: number
  /** Minutes after midnight at which the evening begins, 0-1439; `null` for no evening. */
  readonly eveningMinute: number | null
  readonly limits: LimitSettings
  readonly sound: boolean
}

/** A preset's name: today's energy, never a diagnosis. */
export type Energy = 'veryLow' | 'low' | 'middle' | 'good'

/** The presets: short blocks and fixed rests, ending before the limit is reached (pacing). All editable. */
export const PRESETS: Readonly<Record<Energy, BlockSettings>> = {
  veryLow: minutes(5, 10, 20),
  low: minutes(10, 10, 20),
  middle: minutes(15, 5, 15),
  good: minutes(25, 5, 15),
}

/** @returns the preset that block and rest are; null for minutes of one's own. */
export function energyOf({ blockMs, restMs }: BlockSettings): Energy | null {
  const names = Object.keys(PRESETS) as Energy[]
  return names.find(name => PRESETS[name].blockMs === blockMs && PRESETS[name].restMs === restMs) ?? null
}

/** What applies when a person has set nothing. */
export const DEFAULT_PACING_SETTINGS: PacingSettings = {
  block: PRESETS.middle,
  laterMs: 5 * MINUTE_MS,
  littleLongerMs: 5 * MINUTE_MS,
  resume: 'byPerson',
  rolloverMinute: 4 * 60,
  eveningMinute: null,
  limits: { dayMs: null, sites: {} },
  sound: false,
}

/**
 * A block or limit on a low day: half, and not below a minute unless it was. Rests stay as they are. Nothing is ever
 * added back later (NICE NG206 1.11: no graded increase).
 */
export function lowDayMs(ms: number): number {
  return Math.min(ms, Math.max(MINUTE_MS, Math.floor(ms / 2)))
}

function minutes(block: number, rest: number, longRest: number): BlockSettings {
  return { blockMs: block * MINUTE_MS, restMs: rest * MINUTE_MS, longRestMs: longRest * MINUTE_MS }
}
