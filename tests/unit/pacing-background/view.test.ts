import { expect, test } from 'vitest'
import { viewOf } from '@/utils/pacing-background/view'
import { DEFAULT_PACING_PREFERENCES, type PacingPreferences } from '@/utils/settings/pacing-schema'
import { Driver, MINUTE, SECOND } from '../pacing/driver'

const PLACE = { tabId: 7, site: 'a.example' }

function view(driver: Driver, changes: Partial<PacingPreferences> = {}, place: typeof PLACE | object = {}) {
  const preferences = { ...DEFAULT_PACING_PREFERENCES, ...changes }
  const moment = { at: driver.now, zone: driver.zone }
  return viewOf(driver.state, preferences, moment, { ...PLACE, ...place })
}

test('fills with time that has passed but is not stored yet', () => {
  const driver = new Driver().sitDown().send({ type: 'start' })
  driver.sleep(45 * SECOND)
  expect(view(driver).filled).toBeCloseTo(0.05)
  expect(driver.state.cycle).toMatchObject({ activeMs: 0 })
})

test('says nothing in digits unless asked for', () => {
  const driver = new Driver()
    .sitDown()
    .send({ type: 'start' })
    .wait(5 * MINUTE)
  expect(view(driver).minutesLeft).toBeNull()
  expect(view(driver, { showMinutes: true }).minutesLeft).toBe(10)
})

test('fills a rest, the longer one too', () => {
  const driver = new Driver().sitDown().send({ type: 'rest' }).wait(MINUTE)
  expect(view(driver).filled).toBeCloseTo(0.2)
  for (let block = 1; block <= 3; block++) driver.send({ type: 'back' }).send({ type: 'rest' })
  expect(driver.state.cycle).toEqual({ phase: 'rest', leftMs: 15 * MINUTE })
  expect(view(driver).filled).toBe(0)
})

test('names the preset, and none for minutes of one’s own', () => {
  const driver = new Driver()
  expect(view(driver)).toMatchObject({ energy: 'middle', blockMinutes: 15, restMinutes: 5, filled: null })
  const block = { blockMs: MINUTE, restMs: MINUTE, longRestMs: 15 * MINUTE }
  expect(view(driver, { block })).toMatchObject({ energy: null, blockMinutes: 1, restMinutes: 1 })
})

test('shows the limits of the day and of the page’s site', () => {
  const limits = { dayMs: 60 * MINUTE, sites: { 'a.example': 20 * MINUTE } }
  expect(view(new Driver(), { limits })).toMatchObject({ dayMinutes: 60, siteMinutes: 20 })
  expect(view(new Driver(), { limits }, { site: 'constructor' }).siteMinutes).toBeNull()
  expect(view(new Driver(), { limits }, { site: null }).siteMinutes).toBeNull()
})
