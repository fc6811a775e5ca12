import { expect, test } from 'vitest'
import { isNearSurface } from '@/utils/pacing-background/near-surface'
import { Driver, MINUTE, settingsWith, windowOn } from '../pacing/driver'

const isNear = ({ state, settings }: Driver) => isNearSurface(state, settings)
const started = (settings = settingsWith({})) => new Driver(settings).sitDown().send({ type: 'start' })

test('pages are asked two heartbeats before the forewarning, and until the block is answered', () => {
  const driver = started()
  expect(isNear(driver.wait(9 * MINUTE))).toBe(false)
  expect(isNear(driver.wait(MINUTE))).toBe(true)
  expect(isNear(driver.wait(10 * MINUTE))).toBe(true)
  expect(isNear(driver.send({ type: 'rest' }))).toBe(false)
})

test('pages are asked three minutes before a limit, by nobody while nobody is there', () => {
  const driver = new Driver(settingsWith({ limits: { dayMs: 10 * MINUTE, sites: {} } })).sitDown()
  expect(isNear(driver.wait(6 * MINUTE))).toBe(false)
  expect(isNear(driver.wait(MINUTE))).toBe(true)
  expect(isNear(driver.send({ type: 'windows', windows: [windowOn('')], focused: null }))).toBe(false)
})
