import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test, vi } from 'vitest'
import { readDays } from '@/utils/history/days'
import { readIntervals } from '@/utils/history/intervals'
import type { Action, Report } from '@/utils/pacing/event'
import { createHistoryKeeper, type HistoryKeeper } from '@/utils/pacing-background/history'
import type { Turn } from '@/utils/pacing-background/turns'
import { Driver, HOUR, MINUTE } from '../pacing/driver'

vi.mock('@/utils/pacing-background/stored-state', () => ({ forgetAside: async () => undefined }))

let driver: Driver
let keeper: HistoryKeeper

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  driver = new Driver().sitDown().send({ type: 'start' })
  keeper = createHistoryKeeper({ take, state: async () => driver.state })
})

async function take(event: Action | Report): Promise<Turn> {
  const before = driver.state
  driver.send(event)
  return { event, before, state: driver.state, effects: [], first: false }
}

const everything = () => readIntervals('0000-01-01', '9999-12-31')

test('screen time and the day are kept', async () => {
  driver.wait(10 * MINUTE)
  await keeper.keepDay(await take({ type: 'rest' }))
  await keeper.keepTime()
  expect((await everything()).map(({ from, to }) => to - from)).toEqual([10 * MINUTE])
  expect(await readDays('2026-11-10', '2026-11-10')).toMatchObject([{ blocks: 1, rests: 1 }])
})

test('nothing that is erased comes back, not even what was on its way to the history', async () => {
  driver.wait(10 * MINUTE)
  const early = keeper.keepTime()
  const erased = keeper.erase({ kind: 'all' })
  const late = keeper.keepTime()
  await Promise.all([early, erased, late])
  expect(await everything()).toEqual([])
  driver.wait(2 * MINUTE)
  await keeper.keepTime()
  expect((await everything()).map(({ from, to }) => to - from)).toEqual([2 * MINUTE])
})

test('what is stored is forgotten by the state, but for the stretch that may still grow', async () => {
  driver.wait(10 * MINUTE).wait(17 * HOUR)
  const stretches = driver.state.ledger.outbox.length
  expect(stretches).toBeGreaterThan(1)
  await keeper.keepTime()
  expect(driver.state.ledger.outbox).toHaveLength(1)
  expect(await everything()).toHaveLength(stretches)
})
