import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { changeEntry, eraseDiary, readEntries, writeDays } from '@/utils/diary/store'
import { inHistory } from '@/utils/history/database'

const MONDAY = '2026-11-09'
const TUESDAY = '2026-11-10'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const stored = () =>
  inHistory(['diary'], 'readonly', transaction => transaction.objectStore('diary').getAll())

test('two pages that change one day at once do not undo each other’s', async () => {
  await Promise.all([
    changeEntry(MONDAY, () => ({ energy: 'low' })),
    changeEntry(MONDAY, () => ({ pain: 'much' })),
    changeEntry(MONDAY, ({ wins }) => ({ wins: [...wins, 'Tea'] })),
    changeEntry(MONDAY, ({ wins }) => ({ wins: [...wins, 'Sun'] })),
  ])
  expect(await readEntries(MONDAY, TUESDAY)).toMatchObject([
    { day: MONDAY, energy: 'low', pain: 'much', wins: ['Tea', 'Sun'] },
  ])
})

test('a field that could not be read stays as it is stored', async () => {
  await inHistory(['diary'], 'readwrite', transaction =>
    transaction.objectStore('diary').put({ day: MONDAY, energy: 7, mood: 'blue' }),
  )
  await changeEntry(MONDAY, () => ({ bad: true }))
  expect(await stored()).toEqual([{ day: MONDAY, energy: 7, mood: 'blue', bad: true }])
})

test('a day can be erased, or all of it; who was asked today is not asked anew', async () => {
  const fill = async () => {
    await changeEntry(MONDAY, () => ({ energy: 'low', asked: true }))
    await changeEntry(TUESDAY, () => ({ wins: ['Tea'], asked: true }))
  }
  await fill()
  await eraseDiary(MONDAY, TUESDAY)
  expect(await stored()).toEqual([{ day: TUESDAY, wins: ['Tea'], asked: true }])
  await fill()
  await eraseDiary(null, TUESDAY)
  expect(await stored()).toEqual([{ day: TUESDAY, asked: true }])
})

test('days from a file take the place of what was there, all of them or none', async () => {
  const written = { energy: 'good', pain: 'none', wins: ['Sun'], bad: false } as const
  await changeEntry(MONDAY, () => ({ wins: ['Tea'], asked: true }))
  await writeDays([
    { ...written, day: MONDAY },
    { ...written, day: TUESDAY },
  ])
  const both = [
    { ...written, day: MONDAY, asked: true },
    { ...written, day: TUESDAY, asked: false },
  ]
  expect(await readEntries(MONDAY, TUESDAY)).toEqual(both)
  const noKey = undefined as unknown as string
  await expect(
    writeDays([
      { ...written, wins: [], day: MONDAY },
      { ...written, day: noKey },
    ]),
  ).rejects.toThrow()
  expect(await readEntries(MONDAY, TUESDAY)).toEqual(both)
})
