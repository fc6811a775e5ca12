import { inHistory } from '../history/database'
import { type DiaryEntry, type EntryChange, parseEntry } from './entry'
import type { WrittenDay } from './file'

/**
 * The diary, a part of the history. Luwte's own pages alone write it, and by this file: each change is one transaction
 * that reads, changes and writes, so two of these pages do not undo each other's.
 */

const FIRST = '0000-01-01'
const LAST = '9999-12-31'

/** @returns the entries of the days from `first` to `last`, both included (ISO 8601), in order. */
export function readEntries(first: string, last: string): Promise<DiaryEntry[]> {
  return inHistory(['diary'], 'readonly', async transaction => {
    const diary = transaction.objectStore('diary')
    const range = IDBKeyRange.bound(first, last)
    const [days, values] = await Promise.all([diary.getAllKeys(range), diary.getAll(range)])
    return days.map((day, i) => parseEntry(day, values[i]))
  })
}

/** @returns every entry, in order of days. */
export const readDiary = (): Promise<DiaryEntry[]> => readEntries(FIRST, LAST)

/** Writes days as they stand in a file, each in the place of what was there; all of them or, where it fails, none. */
export function writeDays(days: readonly WrittenDay[]): Promise<void> {
  return inHistory(['diary'], 'readwrite', async transaction => {
    const diary = transaction.objectStore('diary')
    for (const written of days) {
      const { asked } = parseEntry(written.day, await diary.get(written.day))
      await diary.put({ ...written, asked })
    }
  })
}

/** Changes what it changes and no more: a field that could not be read stays as it is stored. */
export function changeEntry(day: string, change: (entry: DiaryEntry) => EntryChange): Promise<DiaryEntry> {
  return inHistory(['diary'], 'readwrite', async transaction => {
    const diary = transaction.objectStore('diary')
    const stored = await diary.get(day)
    const changed = { ...(stored ?? {}), ...change(parseEntry(day, stored)), day }
    await diary.put(changed)
    return parseEntry(day, changed)
  })
}

/**
 * Erases a day of the diary, or with null all of it, for good. All that is left is that the questions were asked today,
 * where they were: who erases a diary is not asked for it anew.
 */
export function eraseDiary(day: string | null, today: string): Promise<void> {
  return inHistory(['diary'], 'readwrite', async transaction => {
    const diary = transaction.objectStore('diary')
    const { asked } = parseEntry(today, await diary.get(today))
    await (day === null ? diary.clear() : diary.delete(day))
    if (asked && (day === null || day === today)) await diary.put({ day: today, asked })
  })
}
