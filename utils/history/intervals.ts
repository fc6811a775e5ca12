import * as z from 'zod/mini'
import type { Forgotten } from '../pacing/forgotten'
import type { LedgerInterval } from '../pacing/ledger'
import { inHistory } from './database'
import { dayKey } from './day-key'

const interval = z
  .object({ device: z.string(), day: dayKey, site: z.string(), from: z.number(), to: z.number() })
  .check(z.refine(({ from, to }) => from < to)) satisfies z.ZodMiniType<LedgerInterval>

/** Puts stretches of screen time in the history, each over the one with the same device, day and start. */
export function storeIntervals(intervals: readonly LedgerInterval[]): Promise<void> {
  return inHistory(['intervals'], 'readwrite', async transaction => {
    const store = transaction.objectStore('intervals')
    await Promise.all(intervals.map(interval => store.put(interval)))
  })
}

/** @returns the stretches of the days from `first` to `last`, both included (ISO 8601). Damaged ones are left out. */
export function readIntervals(first: string, last: string): Promise<LedgerInterval[]> {
  return inHistory(['intervals'], 'readonly', async transaction => {
    const byDay = transaction.objectStore('intervals').index('day')
    const found = await byDay.getAll(IDBKeyRange.bound(first, last))
    return found.flatMap(value => interval.safeParse(value).data ?? [])
  })
}

/** Erases screen time, and with a day or with everything also what else is known of it, but not the diary. */
export function eraseFromHistory(forgotten: Forgotten): Promise<void> {
  return inHistory(['intervals', 'days'], 'readwrite', async transaction => {
    const intervals = transaction.objectStore('intervals')
    const days = transaction.objectStore('days')
    if (forgotten.kind === 'all') {
      await Promise.all([intervals.clear(), days.clear()])
      return
    }
    const index = forgotten.kind === 'day' ? intervals.index('day') : intervals.index('site')
    const keys = await index.getAllKeys(forgotten.kind === 'day' ? forgotten.day : forgotten.site)
    await Promise.all(keys.map(key => intervals.delete(key)))
    if (forgotten.kind === 'day') await days.delete(forgotten.day)
  })
}
