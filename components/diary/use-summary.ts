import { useCallback } from 'preact/hooks'
import { lookAtDays } from '@/utils/diary/day-look'
import { readEntries } from '@/utils/diary/store'
import type { SummaryFacts } from '@/utils/diary/summary'
import { readDays } from '@/utils/history/days'
import { readIntervals } from '@/utils/history/intervals'
import { totalsBySite } from '@/utils/history/screen-time'
import { addDays } from '@/utils/time/day'
import { type Loaded, useLoaded } from './use-loaded'

/** What is known of the days up to and with `last` (ISO 8601). */
export function useSummaryFacts(last: string, days: number): Loaded<SummaryFacts> {
  const read = useCallback(async () => {
    const period = Array.from({ length: days }, (_, i) => addDays(last, i - days + 1))
    const first = addDays(last, 1 - days)
    const [entries, intervals, records] = await Promise.all([
      readEntries(first, last),
      readIntervals(first, last),
      readDays(first, last),
    ])
    const sites = totalsBySite(intervals)
    return { first, last, entries, days: lookAtDays(period, intervals, records), sites }
  }, [last, days])
  return useLoaded(read)
}
