import { useCallback } from 'preact/hooks'
import type { DayRecord } from '@/utils/history/day-record'
import { readDays } from '@/utils/history/days'
import { readIntervals } from '@/utils/history/intervals'
import { request } from '@/utils/messaging/request'
import type { Forgotten } from '@/utils/pacing/forgotten'
import type { LedgerInterval } from '@/utils/pacing/ledger'
import { type Loaded, useLoaded } from './use-loaded'

export interface History {
  readonly intervals: readonly LedgerInterval[]
  readonly records: readonly DayRecord[]
}

export type KeptHistory = Loaded<History> & {
  /** Erases for good: the background holds some of it too. */
  erase(forgotten: Forgotten): Promise<boolean>
}

/** Screen time and the records of days from `first` to `last`, both included (ISO 8601). */
export function useHistory(first: string, last: string): KeptHistory {
  const read = useCallback(async () => {
    const [intervals, records] = await Promise.all([readIntervals(first, last), readDays(first, last)])
    return { intervals, records }
  }, [first, last])
  const loaded = useLoaded(read)
  return { ...loaded, erase: forgotten => loaded.act(() => request('history.erase', { forgotten })) }
}
