import { addDays } from '../time/day'
import type { PacingSettings } from './settings'
import type { PacingState } from './state'
import { type Totals, totalOf, WHOLE_DAY } from './totals'

/** What one device tells of its screen time: milliseconds by day, whole and for sites that have a limit. No other site. */
export type SharedTime = Totals[string]

/** How much more there has to be to tell of, while time goes on being counted, and once it has stopped. Milliseconds. */
const GROWN_MS = 120_000
const GROWN_AT_END_MS = 15_000

/** @returns what limits need to know of this device: yesterday too, for whoever flies west. */
export function timeToShare({ device, today, ledger }: PacingState, { limits }: PacingSettings): SharedTime {
  const own = { [device]: ledger.totals[device] ?? {} }
  const dayOf = (day: string) => {
    const sites = Object.keys(limits.sites).map(site => [site, totalOf(own, day, site)] as const)
    return { [WHOLE_DAY]: totalOf(own, day), ...Object.fromEntries(sites.filter(([, ms]) => ms > 0)) }
  }
  const days = [addDays(today.key, -1), today.key]
  return Object.fromEntries(days.map(day => [day, dayOf(day)]))
}

/**
 * Whether there is enough that is new to tell the other devices: browsers take 1,800 writes an hour of all together.
 *
 * @param told what they were told last; `null` for nothing.
 * @param counting whether time goes on being counted.
 */
export function isWorthTelling(told: SharedTime | null, now: SharedTime, counting: boolean): boolean {
  if (told === null) return true
  const grown = Object.entries(now).flatMap(([day, sites]) =>
    Object.entries(sites).map(([site, ms]) => Math.abs(ms - (told[day]?.[site] ?? 0))),
  )
  return Math.max(0, ...grown) >= (counting ? GROWN_MS : GROWN_AT_END_MS)
}
