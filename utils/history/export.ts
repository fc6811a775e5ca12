import type { LedgerInterval } from '../pacing/ledger'
import { MINUTE_MS } from '../pacing/timing'
import type { DayRecord } from './day-record'
import { totalsByDay, totalsBySite } from './screen-time'

/** The version of the JSON form. It goes up when an older reader could misread it. */
const FORM_VERSION = 1

/**
 * What makes a spreadsheet take text for a formula. A site may choose its name. What looks made harmless already is
 * made so once more, so that each text can be read back.
 */
const FORMULA = /^'*[=+\-@\t\r]/

/**
 * @param heads what the columns day, site and minutes are called.
 * @returns a table of screen time (RFC 4180), a line for each day and site, in whole minutes.
 */
export function toCsv(intervals: readonly LedgerInterval[], heads: readonly string[]): string {
  const rows = byDayAndSite(intervals).flatMap(({ day, sites }) =>
    sites.map(({ site, ms }) => [day, site, String(Math.round(ms / MINUTE_MS))]),
  )
  return [heads, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('')
}

/** @returns screen time and the records of days as JSON, in milliseconds. */
export function toJson(intervals: readonly LedgerInterval[], records: readonly DayRecord[]): string {
  const content = { kind: 'luwte.days', version: FORM_VERSION, screenTime: byDayAndSite(intervals), records }
  return `${JSON.stringify(content, null, 2)}\n`
}

/** A cell of a table that no spreadsheet takes for a formula. */
export function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function byDayAndSite(intervals: readonly LedgerInterval[]) {
  return totalsByDay(intervals).map(({ name: day }) => ({
    day,
    sites: totalsBySite(intervals.filter(interval => interval.day === day)).map(({ name: site, ms }) => ({
      site,
      ms,
    })),
  }))
}
