import { useCallback } from 'preact/hooks'
import { type DiaryEntry, type EntryChange, earlierWins, hasWords, parseEntry } from '@/utils/diary/entry'
import { changeEntry, eraseDiary, readDiary } from '@/utils/diary/store'
import { type Loaded, useLoaded } from './use-loaded'

interface DayEntry {
  readonly entry: DiaryEntry
  /** Small wins of earlier days. */
  readonly earlierWins: readonly string[]
  /** Everything that is written, in order of days. */
  readonly entries: readonly DiaryEntry[]
}

export type EntryOfDay = Loaded<DayEntry> & {
  change(change: (entry: DiaryEntry) => EntryChange): void
  /** @param day a day, or null for the whole diary. */
  erase(day: string | null): Promise<boolean>
}

/** The diary, with one day of it opened. `today` is the day that is not to be asked about again. */
export function useEntry(day: string, today: string): EntryOfDay {
  const read = useCallback(async () => {
    const entries = await readDiary()
    const entry = entries.find(entry => entry.day === day) ?? parseEntry(day, undefined)
    return {
      entry,
      earlierWins: earlierWins(entries, entry),
      entries: entries.filter(hasWords),
    }
  }, [day])
  const loaded = useLoaded(read)
  const { act } = loaded
  const change = useCallback(
    (change: (entry: DiaryEntry) => EntryChange) => void act(() => changeEntry(day, change)),
    [act, day],
  )
  return {
    ...loaded,
    change,
    erase: erased => act(() => eraseDiary(erased, today)),
  }
}
