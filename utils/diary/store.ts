import { inHistory } from '../history/database'
import { type DiaryEntry, type EntryChange, parseEntry } from './entry'

/**
 * The diary, a part of the history. The diary page alone writes it: each change is one transaction that reads, changes
 * and writes, so two of these pages do not undo each other's.
 */

/** @returns the entries of the days from `first` to `last`, both included (ISO 8601), in order. */
export function readEntries(first: string, last: string): Promise<DiaryEntry[]> {
  return inHistory(['diary'], 'readonly', async transaction => {
    const diary = transaction.objectStore('diary')
    const range = IDBKeyRange.bound(first, last)
    const [days, values] = await Promise.all([diary.getAllKeys(range), diary.getAll(range)])
    return days.map((day, i) => parseEntry(day, values[i]))
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
