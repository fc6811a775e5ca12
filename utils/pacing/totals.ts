import { own } from './own'

/** Milliseconds of screen time by device, day and site. A device only ever raises its own numbers. */
export type Totals = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>

/**
 * In place of a site: all of a device's day. Other devices tell it beside the few sites that have a limit; this one knows
 * every site and needs none.
 */
export const WHOLE_DAY = '*'

/** One number in the totals. */
export interface TotalsCell {
  readonly device: string
  readonly day: string
  readonly site: string
}

/** Raises one number. `ms` is not negative. */
export function addTo(totals: Totals, { device, day, site }: TotalsCell, ms: number): Totals {
  const days = own(totals, device) ?? {}
  const sites = own(days, day) ?? {}
  return { ...totals, [device]: { ...days, [day]: { ...sites, [site]: (own(sites, site) ?? 0) + ms } } }
}

/**
 * What two devices know together: the greater of each pair of numbers. In whatever order and however often devices
 * meet, they end up with the same totals (a grow-only counter).
 */
export function mergeTotals(a: Totals, b: Totals): Totals {
  return mergeRecords(a, b, (daysA, daysB) =>
    mergeRecords(daysA, daysB, (sitesA, sitesB) => mergeRecords(sitesA, sitesB, Math.max)),
  )
}

/** Milliseconds on a day over all devices; on one site only when it is named. */
export function totalOf(totals: Totals, day: string, site?: string): number {
  const sites = Object.values(totals).map(days => own(days, day) ?? {})
  const numbers = sites.map(bySite => (site === undefined ? wholeDay(bySite) : (own(bySite, site) ?? 0)))
  return numbers.reduce((sum, ms) => sum + ms, 0)
}

function wholeDay(bySite: Readonly<Record<string, number>>): number {
  const { [WHOLE_DAY]: told = 0, ...sites } = bySite
  return Math.max(
    told,
    Object.values(sites).reduce((sum, ms) => sum + ms, 0),
  )
}

function mergeRecords<T>(
  a: Readonly<Record<string, T>>,
  b: Readonly<Record<string, T>>,
  both: (a: T, b: T) => T,
): Record<string, T> {
  const merged = new Map(Object.entries(a))
  for (const [key, value] of Object.entries(b)) {
    const present = merged.get(key)
    merged.set(key, present === undefined ? value : both(present, value))
  }
  return Object.fromEntries(merged)
}
