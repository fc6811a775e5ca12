import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { drivePacing, MINUTE, type PacingDriver, SECOND } from './harness/pacing'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

let site: Site
let luwte: FirefoxWithLuwte
let page: Page
let behind: Page
let pacing: PacingDriver

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox()])
  page = await luwte.newPage(
    site.onHost(site.page('<!doctype html><title>Reading</title><h1>Reading</h1>'), 'site-a.test'),
  )
  const tabId = await luwte.tabId(page)
  behind = await luwte.openExtensionPage(`popup.html?tab=${tabId}`)
  await page.bringToFront()
  // Puppeteer's own type unwraps handles, of which there are none here.
  const evaluate = <A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R> =>
    behind.evaluate(run as never, given) as Promise<R>
  pacing = drivePacing({ evaluate }, tabId)
})
/** Each test begins with nothing kept: what was stored goes, and the background that knew it. */
afterEach(async () => {
  await pacing.press('stop')
  await luwte.stopBackground()
  await behind.evaluate(forgetAll)
  await luwte.stopBackground()
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

test('a round goes on through the end of the background at every step', async () => {
  await pacing.press('start')
  await luwte.stopBackground()
  await pacing.advance(12 * MINUTE)
  expect(await pacing.state()).toMatchObject({ phase: 'approach', surface: { notice: 'forewarning' } })
  await luwte.stopBackground()
  await pacing.advance(3 * MINUTE)
  expect(await pacing.state()).toMatchObject({ phase: 'due1', surface: { kind: 'nudge', stage: 1 } })
  await luwte.stopBackground()
  await pacing.advance(2 * MINUTE)
  expect(await pacing.state()).toMatchObject({ phase: 'due2', surface: { kind: 'nudge', stage: 2 } })
  await luwte.stopBackground()
  expect(await pacing.press('later')).toMatchObject({ phase: 'work', surface: null })
  await luwte.stopBackground()
  await pacing.advance(5 * MINUTE)
  expect(await pacing.state()).toMatchObject({ phase: 'due1' })
  await luwte.stopBackground()
  expect(await pacing.press('rest')).toMatchObject({ phase: 'rest', surface: { kind: 'rest' } })
  await luwte.stopBackground()
  await pacing.advance(5 * MINUTE)
  expect(await pacing.state()).toMatchObject({ phase: 'restDone', surface: { kind: 'rest', over: true } })
  await luwte.stopBackground()
  expect(await pacing.press('start')).toMatchObject({ phase: 'work', surface: null })

  const { 'site-a.test': ms = 0 } = await pacing.counted()
  expect(ms).toBeGreaterThanOrEqual(27 * MINUTE)
  expect(ms).toBeLessThan(28 * MINUTE)
  expect((await pacing.history()).ms).toBe(ms)
})

test('an absence counts as rest, and nothing is counted when nothing is asked for', async () => {
  await pacing.advance(30 * MINUTE)
  await pacing.press('start')
  await pacing.advance(2 * MINUTE)
  await pacing.device('idle')
  await pacing.advance(6 * MINUTE)
  expect(await pacing.state()).toMatchObject({ phase: 'restDone', wasAway: true })
  await pacing.device('active')
  expect(await pacing.state()).toMatchObject({ phase: 'work' })
  await pacing.press('stop')
  await pacing.advance(30 * MINUTE)
  const [ms = 0] = Object.values(await pacing.counted())
  expect(ms).toBeGreaterThanOrEqual(2 * MINUTE)
  expect(ms).toBeLessThan(2 * MINUTE + 20 * SECOND)
  expect(await behind.evaluate(() => chrome.alarms.getAll().then(({ length }) => length))).toBe(0)
})

test('the evening dims the page step by step, through the end of the background, and leaves no trace', async () => {
  const { tabId } = await pacing.state()
  const now = await behind.evaluate(() => Date.now())
  const minuteIn = (minutes: number) => {
    const at = new Date(now + minutes * MINUTE)
    return at.getHours() * 60 + at.getMinutes()
  }
  const choice = { eveningMinute: minuteIn(10), rolloverMinute: minuteIn(100) }
  await pacing.ask('pacing.choose', { tabId, choice })
  const filter = () => page.evaluate(() => getComputedStyle(document.documentElement).filter)
  expect(await filter()).toBe('none')
  await luwte.stopBackground()
  await pacing.advance(20 * MINUTE)
  await expect.poll(filter, { timeout: 45_000 }).toMatch(/brightness\(0\.9/)
  await luwte.stopBackground()
  await pacing.advance(60 * MINUTE)
  await expect.poll(filter, { timeout: 45_000 }).toContain('brightness(0.75)')
  await page.reload()
  expect(await filter()).toContain('brightness(0.75)')
  await pacing.advance(25 * MINUTE)
  await expect.poll(filter, { timeout: 45_000 }).toBe('none')
  await expect
    .poll(() => page.evaluate(() => document.adoptedStyleSheets.length), { timeout: 45_000 })
    .toBe(0)
}, 120_000)

test('a limit of the site is reached, low day or not', async () => {
  const { tabId } = await pacing.state()
  await pacing.ask('pacing.limits', { tabId, dayMinutes: null, siteMinutes: 10 })
  await pacing.ask('pacing.lowDay', { tabId, on: true })
  await pacing.advance(4 * MINUTE)
  expect((await pacing.state()).surface).toBeNull()
  await pacing.advance(MINUTE)
  expect((await pacing.state()).surface).toEqual({
    kind: 'limit',
    scope: { kind: 'site', site: 'site-a.test' },
  })
})

/** Runs in one of Luwte's own pages. */
async function forgetAll(): Promise<void> {
  await new Promise<void>((done, failed) => {
    const opening = indexedDB.open('history')
    opening.onerror = () => failed(opening.error)
    opening.onsuccess = () => {
      const names = [...opening.result.objectStoreNames]
      const erasing = opening.result.transaction(names, 'readwrite')
      for (const name of names) erasing.objectStore(name).clear()
      erasing.onerror = () => failed(erasing.error)
      erasing.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })
  await chrome.storage.session.clear()
  await chrome.storage.local.clear()
}
