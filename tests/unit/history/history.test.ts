import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, expect, test } from 'vitest'
import { inHistory } from '@/utils/history/database'
import { noteDays, readDays } from '@/utils/history/days'
import { eraseFromHistory, readIntervals, storeIntervals } from '@/utils/history/intervals'

const stretch = (day: string, site: string, from: number) => ({
  device: 'desk',
  day,
  site,
  from,
  to: from + 60,
})
const MONDAY = '2026-11-09'
const TUESDAY = '2026-11-10'
const STRETCHES = [
  stretch(MONDAY, 'a.example', 0),
  stretch(MONDAY, 'b.example', 100),
  stretch(TUESDAY, 'a.example', 200),
]

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

const everything = () => readIntervals('0000-01-01', '9999-12-31')

test('what was stored before there were records of days is still there', async () => {
  const first = await openDB('history', 1, {
    upgrade: database => void database.createObjectStore('intervals', { keyPath: ['device', 'day', 'from'] }),
  })
  for (const one of STRETCHES) await first.put('intervals', one)
  first.close()
  expect(await everything()).toEqual(STRETCHES)
  expect(await readDays(MONDAY, TUESDAY)).toEqual([])
})

test('days are read from the first to the last', async () => {
  await storeIntervals(STRETCHES)
  expect(await readIntervals(TUESDAY, TUESDAY)).toEqual(STRETCHES.slice(2))
})

test('a damaged stretch is left out, and the others are read', async () => {
  await storeIntervals(STRETCHES)
  await inHistory(['intervals'], 'readwrite', async transaction => {
    await transaction.objectStore('intervals').put({ ...stretch(TUESDAY, 'c.example', 300), to: 'later' })
  })
  expect(await everything()).toEqual(STRETCHES)
})

test('what is noted of a day adds up', async () => {
  await Promise.all([
    noteDays([{ day: MONDAY, blocks: 1, rests: 1 }]),
    noteDays([
      { day: MONDAY, blocks: 1 },
      { day: TUESDAY, eveningFrom: 5 },
    ]),
  ])
  expect(await readDays(MONDAY, TUESDAY)).toEqual([
    { day: MONDAY, blocks: 2, rests: 1, eveningFrom: null },
    { day: TUESDAY, blocks: 0, rests: 0, eveningFrom: 5 },
  ])
})

test('a day, a site or all can be erased', async () => {
  const fill = async () => {
    await storeIntervals(STRETCHES)
    await noteDays([
      { day: MONDAY, blocks: 1 },
      { day: TUESDAY, blocks: 1 },
    ])
  }
  const left = async () => ({
    stretches: (await everything()).map(({ day, site }) => `${day} ${site}`),
    days: (await readDays(MONDAY, TUESDAY)).map(({ day }) => day),
  })
  await fill()
  await eraseFromHistory({ kind: 'day', day: MONDAY })
  expect(await left()).toEqual({ stretches: [`${TUESDAY} a.example`], days: [TUESDAY] })
  await fill()
  await eraseFromHistory({ kind: 'site', site: 'a.example' })
  expect(await left()).toEqual({ stretches: [`${MONDAY} b.example`], days: [MONDAY, TUESDAY] })
  await eraseFromHistory({ kind: 'all' })
  expect(await left()).toEqual({ stretches: [], days: [] })
})
