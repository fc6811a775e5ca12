import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'

/**
 * What Luwte remembers of days gone by. On this device only.
 *
 * Each store has one writer: the background writes `intervals` and `days`, Luwte's pages write `diary`. What stands
 * in it is read as `unknown`, and parsed.
 */
interface History extends DBSchema {
  intervals: {
    key: [device: string, day: string, from: number]
    value: unknown
    indexes: { day: string; site: string }
  }
  days: { key: string; value: unknown }
  diary: { key: string; value: unknown }
}

type StoreName = StoreNames<History>

const VERSION = 2

/**
 * Does something with stores of the history, all of it or nothing.
 *
 * @throws {DOMException} where the browser gives no database, or no room in it, or a newer Luwte has made it.
 */
export async function inHistory<Name extends StoreName, Mode extends IDBTransactionMode, T>(
  names: Name[],
  mode: Mode,
  act: (transaction: IDBPTransaction<History, Name[], Mode>) => Promise<T>,
): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction(names, mode)
    const acted = act(transaction).catch(error => {
      abort(transaction)
      throw error
    })
    const [result] = await Promise.all([acted, transaction.done])
    return result
  } finally {
    database.close()
  }
}

/** A transaction whose code failed would otherwise keep what was written before that. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It has ended by itself: by a request that failed.
  }
}

function open(): Promise<IDBPDatabase<History>> {
  return openDB<History>('history', VERSION, {
    upgrade(database, before, _, transaction) {
      if (before < 1) database.createObjectStore('intervals', { keyPath: ['device', 'day', 'from'] })
      if (before < 2) {
        const intervals = transaction.objectStore('intervals')
        intervals.createIndex('day', 'day')
        intervals.createIndex('site', 'site')
        database.createObjectStore('days', { keyPath: 'day' })
        database.createObjectStore('diary', { keyPath: 'day' })
      }
    },
  })
}
