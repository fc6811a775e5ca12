import { inHistory } from './database'
import { type DayNews, type DayRecord, parseDayRecord, withNews } from './day-record'

/** Adds to the records of days. */
export function noteDays(news: readonly DayNews[]): Promise<void> {
  return inHistory(['days'], 'readwrite', async transaction => {
    const days = transaction.objectStore('days')
    for (const one of news) {
      await days.put(withNews(parseDayRecord(one.day, await days.get(one.day)), one))
    }
  })
}

/** @returns the records of the days from `first` to `last`, both included (ISO 8601). */
export function readDays(first: string, last: string): Promise<DayRecord[]> {
  return inHistory(['days'], 'readonly', async transaction => {
    const days = transaction.objectStore('days')
    const range = IDBKeyRange.bound(first, last)
    const [keys, values] = await Promise.all([days.getAllKeys(range), days.getAll(range)])
    return keys.map((day, i) => parseDayRecord(day, values[i]))
  })
}
