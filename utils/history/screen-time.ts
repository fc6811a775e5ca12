import type { LedgerInterval } from '../pacing/ledger'

/** Screen time under one name: a day, or a site. */
export interface Total {
  readonly name: string
  readonly ms: number
}

/** @returns screen time by day, the earliest first. */
export function totalsByDay(intervals: readonly LedgerInterval[]): Total[] {
  return totalsBy(intervals, ({ day }) => day).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** @returns screen time by site, the most used first. */
export function totalsBySite(intervals: readonly LedgerInterval[]): Total[] {
  return totalsBy(intervals, ({ site }) => site).sort((a, b) => b.ms - a.ms || (a.name < b.name ? -1 : 1))
}

/** @returns milliseconds from an instant on. */
export function msSince(intervals: readonly LedgerInterval[], since: number): number {
  return intervals.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, since)), 0)
}

function totalsBy(
  intervals: readonly LedgerInterval[],
  nameOf: (interval: LedgerInterval) => string,
): Total[] {
  const totals = new Map<string, number>()
  for (const interval of intervals) {
    const name = nameOf(interval)
    totals.set(name, (totals.get(name) ?? 0) + interval.to - interval.from)
  }
  return Array.from(totals, ([name, ms]) => ({ name, ms }))
}
