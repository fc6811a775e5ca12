import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { drivePacing, MINUTE } from './harness/pacing'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: FirefoxWithLuwte
let diary: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ locale: 'nl' })])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const press = (name: string) => diary.locator(`aria/${name}[role="button"]`).click()
const text = () => diary.evaluate(() => document.body.innerText)

test('an answer by one tap survives a reload, and is not asked for again', async () => {
  diary = await luwte.openExtensionPage('diary.html')
  await diary.locator('[role="switch"]').click()
  await expect.poll(text).toContain('Hoe is je energie vandaag?')
  await press('Weinig')
  await expect.poll(text).toContain('Hoe is je pijn vandaag?')
  await diary.close()
  diary = await luwte.openExtensionPage('diary.html')
  await expect.poll(text).toContain('Dit was een slechte dag')
  expect(await text()).toContain('Weinig')
  expect(await text()).not.toContain('Hoe is je')
  await diary.close()
})

test('a summary has what was ticked and nothing else', async () => {
  diary = await luwte.openExtensionPage('diary.html#summary')
  await expect.poll(text).toContain('Er is nog niets aangevinkt.')
  await diary.locator('aria/Energie[role="checkbox"]').click()
  const summary = () => diary.$eval('article', page => page.textContent ?? '')
  await expect.poll(summary).toContain('Weinig')
  expect(await summary()).not.toContain('Pijn')
  expect(await text()).toContain('Dit is geen medisch advies.')
  await diary.close()
})

test('screen time is drawn when asked for, and erased for good', async () => {
  const reading = await luwte.newPage(
    site.onHost(site.page('<!doctype html><h1>Reading</h1>'), 'site-a.test'),
  )
  const tabId = await luwte.tabId(reading)
  diary = await luwte.openExtensionPage('diary.html#days')
  await reading.bringToFront()
  const evaluate = <A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R> =>
    diary.evaluate(run as never, given) as Promise<R>
  const pacing = drivePacing({ evaluate }, tabId)
  await pacing.press('start')
  await pacing.advance(5 * MINUTE)
  await pacing.press('stop')
  expect((await pacing.history()).stretches).toBeGreaterThan(0)

  await diary.close()
  diary = await luwte.openExtensionPage('diary.html#days')
  await press('Schermtijd laten zien')
  await diary.waitForSelector('canvas')
  expect(await text()).toContain('5 min')
  await diary.select('select', 'all')
  await diary.$$eval('.erase button', ([button]) => (button as HTMLElement).click())
  await expect.poll(text).toContain('Er is geen schermtijd bewaard.')
  expect(await drivePacing({ evaluate }, tabId).history()).toEqual({ stretches: 0, ms: 0 })
  expect(await drivePacing({ evaluate }, tabId).counted()).toEqual({})
})
