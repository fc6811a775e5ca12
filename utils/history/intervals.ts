import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { LedgerInterval } from '../pacing/ledger'

interface History extends DBSchema {
  intervals: { key: [device: string, day: string, from: number]; value: LedgerInterval }
}

/**
 * Puts stretches of screen time in the history, each over the one with the same device, day and start.
 *
 * @throws {DOMException} where the browser gives no database, or no room in it.
 */
export async function storeIntervals(intervals: readonly LedgerInterval[]): Promise<void> {
  const database = await open()
  try {
    const { store, done } = database.transaction('intervals', 'readwrite')
    await Promise.all([...intervals.map(interval => store.put(interval)), done])
  } finally {
    database.close()
  }
}

function open(): Promise<IDBPDatabase<History>> {
  return openDB<History>('history', 1, {
    upgrade(database) {
      database.createObjectStore('intervals', { keyPath: ['device', 'day', 'from'] })
    },
  })
}
