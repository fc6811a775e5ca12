import type { DayRecord } from '../history/day-record'
import { msSince } from '../history/screen-time'
import type { LedgerInterval } from '../pacing/ledger'
import { addDays } from '../time/day'

/** How many days stand before a bad day: with many illnesses, what was too much is felt days later. */
const DAYS_BEFORE = 5

/** One day as it was, to stand beside others. No day is compared, added up or explained. */
export interface DayLook {
  readonly day: string
  /** Luwte counted something that day: nothing counted is not the same as nothing done. */
  readonly counted: boolean
  readonly blocks: number
  readonly rests: number
  /** Milliseconds. */
  readonly screenMs: number
  /** Screen time after the evening began, milliseconds; null where no evening was set. */
  readonly eveningMs: number | null
}

/** The days to show beside a bad day, the earliest first, with the bad day itself last. */
export function daysUpTo(badDay: string): string[] {
  return Array.from({ length: DAYS_BEFORE + 1 }, (_, i) => addDays(badDay, i - DAYS_BEFORE))
}

/** Looks at each of some days. */
export function lookAtDays(
  days: readonly string[],
  intervals: readonly LedgerInterval[],
  records: readonly DayRecord[],
): DayLook[] {
  return days.map(day => {
    const ofDay = intervals.filter(interval => interval.day === day)
    const record = records.find(record => record.day === day)
    const eveningFrom = record?.eveningFrom ?? null
    return {
      day,
      counted: ofDay.length > 0 || record !== undefined,
      blocks: record?.blocks ?? 0,
      rests: record?.rests ?? 0,
      screenMs: msSince(ofDay, Number.NEGATIVE_INFINITY),
      eveningMs: eveningFrom === null ? null : msSince(ofDay, eveningFrom),
    }
  })
}
