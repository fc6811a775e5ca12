import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Report } from '@/utils/pacing/event'
import { limitLeftMs } from '@/utils/pacing/limits'
import { isWorthTelling } from '@/utils/pacing/shared-time'
import { othersHaveTold, tellOthers } from '@/utils/pacing-background/shared-time'
import { DEFAULT_PACING_PREFERENCES, type PacingPreferences } from '@/utils/settings/pacing-schema'
import { Driver, HOUR, MINUTE, NOON } from '../pacing/driver'

/** What the browser's sync holds, for all devices. */
const sync = vi.hoisted(() => ({ items: {} as Record<string, unknown>, writes: 0 }))

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      sync: {
        get: async (key: string | null) =>
          structuredClone(key === null ? sync.items : key in sync.items ? { [key]: sync.items[key] } : {}),
        async set(items: object) {
          sync.writes++
          Object.assign(sync.items, structuredClone(items))
        },
        remove: async (keys: string | string[]) => {
          for (const key of [keys].flat()) delete sync.items[key]
        },
      },
    },
  },
}))

const DAY = { kind: 'day' } as const
const LIMITS = { dayMs: HOUR, sites: { 'a.example': HOUR } }
const SHARED: PacingPreferences = { ...DEFAULT_PACING_PREFERENCES, limits: LIMITS, acrossDevices: true }

beforeEach(() => {
  Object.assign(sync, { items: {}, writes: 0 })
})

/** A device with a person at it. */
function device(name: string, settings = SHARED): Driver {
  const driver = new Driver(settings)
  driver.state = { ...driver.state, device: name }
  return driver.sitDown()
}

function learn(driver: Driver, report: Report | null): void {
  if (report) driver.send(report)
}

/** Lets a device run as its background does: it tells at every turn. */
async function use(driver: Driver, minutes: number, settings = SHARED): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    driver.wait(MINUTE)
    learn(driver, await tellOthers(driver.state, settings))
  }
}

/** The person goes: what is left to tell is told. */
async function leave(driver: Driver): Promise<void> {
  learn(driver.send({ type: 'device', device: 'away' }), await tellOthers(driver.state, SHARED))
}

const hear = async (driver: Driver, settings = SHARED) =>
  learn(driver, await othersHaveTold(driver.state, settings))

describe('two devices', () => {
  test('count together towards a limit, each keeping its own time, however often they meet', async () => {
    const desk = device('desk-1')
    const phone = device('phone').sitDown('b.example')
    await use(desk, 20)
    await leave(desk)
    await use(phone, 30)
    await leave(phone)
    for (let meeting = 0; meeting < 3; meeting++) {
      await hear(desk)
      await hear(phone)
    }
    expect(limitLeftMs(desk.state, DAY, SHARED)).toBe(10 * MINUTE)
    expect(limitLeftMs(phone.state, DAY, SHARED)).toBe(10 * MINUTE)
    expect(limitLeftMs(phone.state, { kind: 'site', site: 'a.example' }, SHARED)).toBe(40 * MINUTE)
    await use(phone.sitDown('b.example'), 12)
    expect(phone.state.surface).toMatchObject({ kind: 'limit', scope: DAY })
  })

  test('learn what was told before when they begin, and forget it when they end', async () => {
    const phone = device('phone')
    await use(phone, 30)
    await leave(phone)
    const desk = device('desk-1')
    await use(desk, 1)
    expect(limitLeftMs(desk.state, DAY, SHARED)).toBe(29 * MINUTE)
    const alone = { ...SHARED, acrossDevices: false }
    await use(desk, 1, alone)
    expect(limitLeftMs(desk.state, DAY, alone)).toBe(58 * MINUTE)
    expect(Object.keys(sync.items)).toEqual(['time:phone'])
  })

  test('tell nothing of a site without a limit, and nothing at all where it was not chosen or no limit is set', async () => {
    await use(device('phone').sitDown('secret.example'), 5)
    expect(JSON.stringify(sync.items)).not.toContain('secret')
    for (const settings of [
      { ...SHARED, acrossDevices: false },
      { ...SHARED, limits: { dayMs: null, sites: {} } },
    ]) {
      sync.items = {}
      await use(device('phone', settings), 5, settings)
      expect(sync.items).toEqual({})
    }
  })

  test('write seldom: every two minutes while time is counted, and once more at its end', async () => {
    const desk = device('desk-1')
    await use(desk, 60)
    expect(sync.writes).toBeLessThanOrEqual(31)
    const before = sync.writes
    desk.wait(30_000).send({ type: 'device', device: 'away' })
    await use(desk, 10)
    expect(sync.writes).toBe(before + 1)
    expect(isWorthTelling(null, {}, true)).toBe(true)
  })

  test('take no notice of what is damaged, and clear away what is a week old', async () => {
    const desk = device('desk-1')
    Object.assign(sync.items, {
      'time:broken': { '2026-11-10': { '*': 'much' } },
      'time:old': { '2026-10-01': { '*': HOUR } },
      'time:mad': { '2026-11-10': { '*': 1e12 } },
    })
    await hear(desk)
    expect(limitLeftMs(desk.state, DAY, SHARED)).toBe(HOUR)
    expect(Object.keys(sync.items)).not.toContain('time:old')
    expect(desk.now).toBe(NOON)
  })
})
