import { deepStrictEqual } from 'node:assert'
import { describe, expect } from 'vitest'
import { step } from '@/utils/pacing/machine'
import { isEngaged } from '@/utils/pacing/presence'
import { parseStored, toStored } from '@/utils/pacing/schema'
import { DEFAULT_PACING_SETTINGS } from '@/utils/pacing/settings'
import { initialState } from '@/utils/pacing/state'
import { Driver, MINUTE } from './driver'
import { always } from './turns'

describe('the worker', () => {
  const fresh = initialState({ device: 'other', at: 0, zone: 'UTC' }, DEFAULT_PACING_SETTINGS)
  always('may be stopped between any two events', ({ before, event, after, effects, settings }) => {
    const parsed = parseStored(JSON.parse(JSON.stringify(toStored(before))), fresh)
    deepStrictEqual(parsed, { kind: 'read', state: before, damaged: [] })
    if (parsed.kind === 'read')
      deepStrictEqual(step(parsed.state, event, settings), { state: after, effects })
  })

  always('may hear an alarm twice', ({ event, after, settings }) => {
    const again = step(after, { type: 'tick', at: event.at, zone: event.zone }, settings)
    expect(again.effects).toEqual([])
    if (event.at >= after.at) deepStrictEqual(again.state, after)
  })

  always('always has an alarm to come', ({ after, settings, event }) => {
    const driver = new Driver(settings, after.at, event.zone)
    driver.state = after
    expect(driver.deadline()).toBeGreaterThan(after.at)
    if (isEngaged(after.signals)) expect(driver.deadline() - after.at).toBeLessThanOrEqual(MINUTE)
  })
})
