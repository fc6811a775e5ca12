import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser as ExtensionApi, Notifications } from 'webextension-polyfill'
import type { RequestOf } from '../../utils/messages'
import { TONE_PEAK } from '../../utils/sound/tone'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { drivePacing, MINUTE, type PacingDriver, SECOND, typeIntoLimit } from './harness/pacing'
import { meanLuminance } from './harness/pixels'
import { type Site, startSite } from './harness/site'
import { expectSoftSound, type Heard, listenIn } from './harness/sound'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

let profile: string
let site: Site
let luwte: FirefoxWithLuwte
let page: Page
let behind: Page
let pacing: PacingDriver

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'luwte-pacing-'))
  site = await startSite()
  await open()
})
// A tab that closes gives its place to the one it was opened from.
beforeEach(() => page.bringToFront())
afterEach(async () => {
  await limit(null)
  await pacing.press('stop')
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
  await rm(profile, { recursive: true, force: true })
})

async function open(): Promise<void> {
  luwte = await launchFirefox({ userDataDir: profile })
  page = await luwte.newPage(pageOn('site-a.test'))
  const tabId = await luwte.tabId(page)
  behind = await luwte.openExtensionPage(`popup.html?tab=${tabId}`)
  await page.bringToFront()
  // Puppeteer's own type unwraps handles, of which there are none here.
  const evaluate = <A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R> =>
    behind.evaluate(run as never, given) as Promise<R>
  pacing = drivePacing({ evaluate }, tabId)
}

function pageOn(host: string): string {
  const film = site.url('/demo/promo.webm')
  const body = `<h1>Reading</h1><form><textarea></textarea></form><video src="${film}" loop muted width="320"></video>`
  return site.onHost(site.page(`<!doctype html><title>Reading</title>${body}`), host)
}

async function limit(siteMinutes: number | null): Promise<void> {
  const { tabId } = await pacing.state()
  await pacing.ask('pacing.limits', { tabId, dayMinutes: null, siteMinutes })
}

async function choose(choice: RequestOf<'pacing.choose'>['choice']): Promise<void> {
  await pacing.ask('pacing.choose', { tabId: (await pacing.state()).tabId, choice })
}

/** Where a surface of Luwte's stands, last in the page. */
const hasHost = (in_: Page = page) => in_.evaluate(() => document.querySelector('html > div') !== null)
const light = async (of: Page) => meanLuminance(await luwte.picture(of))

test('a limit that is reached while a form is filled in waits, and what was typed stays', async () => {
  await pacing.press('start')
  await limit(10)
  await pacing.advance(10 * MINUTE - 20 * SECOND)
  await page.focus('textarea')
  const words = 'some words that stay here, also when the limit comes between'
  await typeIntoLimit(pacing, page.keyboard, words)
  expect((await pacing.state()).surface).toMatchObject({ kind: 'limit', scope: { site: 'site-a.test' } })
  await expect.poll(hasHost, { timeout: 10_000 }).toBe(true)
  const field = () =>
    page.evaluate(() => [document.activeElement?.localName, document.querySelector('textarea')?.value])
  expect(await field()).toEqual(['textarea', words])
  await page.keyboard.type(' and go on')
  expect(await field()).toEqual(['textarea', `${words} and go on`])
}, 90_000)

test('a film in full screen holds the nudge; afterwards it is announced once more', async () => {
  await pacing.press('start')
  await pacing.advance(10 * MINUTE)
  await page.evaluate(() => {
    const film = document.querySelector('video')
    addEventListener('click', () => void film?.play().then(() => film.requestFullscreen()), { once: true })
  })
  await page.mouse.click(400, 300)
  const plays = () =>
    page.evaluate(() => {
      const film = document.querySelector('video')
      return film === document.fullscreenElement && film?.paused === false && film.currentTime > 0
    })
  await expect.poll(plays, { timeout: 10_000 }).toBe(true)
  await pacing.advance(20 * MINUTE)
  expect(await pacing.state()).toMatchObject({ phase: 'approach', hold: 'quiet', surface: null })
  expect([await hasHost(), await plays()]).toEqual([false, true])
  await page.evaluate(() => document.exitFullscreen())
  await expect
    .poll(async () => (await pacing.state()).surface, { timeout: 10_000 })
    .toEqual({ kind: 'notice', notice: 'forewarning' })
  await pacing.advance(MINUTE)
  expect((await pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
}, 90_000)

test('two windows count as one, and rest together', async () => {
  await pacing.press('start')
  const before = await pacing.counted()
  await pacing.advance(2 * MINUTE)
  const other = await luwte.browser.newPage({ type: 'window' })
  await other.goto(pageOn('site-b.test'))
  await pacing.advance(3 * MINUTE)
  await page.bringToFront()
  await pacing.advance(MINUTE)
  const after = await pacing.counted()
  const added = (name: string) => (after[name] ?? 0) - (before[name] ?? 0)
  expect(added('site-a.test') + added('site-b.test')).toBeGreaterThanOrEqual(6 * MINUTE)
  expect(added('site-a.test') + added('site-b.test')).toBeLessThan(6 * MINUTE + 20 * SECOND)
  expect(added('site-b.test')).toBeGreaterThanOrEqual(3 * MINUTE)

  await pacing.press('rest')
  for (const one of [page, other]) await expect.poll(() => light(one), { timeout: 30_000 }).toBeLessThan(0.02)
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await pacing.state()).phase).toBe('work')
  for (const one of [page, other])
    await expect.poll(() => light(one), { timeout: 30_000 }).toBeGreaterThan(0.5)
  await other.close()
}, 120_000)

test('one soft sound is heard when a block is complete, where it was chosen', async () => {
  await behind.evaluate(`browser.runtime.getBackgroundPage().then(${listenIn})`)
  const heard = () =>
    behind.evaluate(async () => {
      const view = (await browser.runtime.getBackgroundPage()) as unknown as { heard: Heard }
      return [...view.heard.peaks]
    })
  await pacing.press('start')
  await pacing.advance(15 * MINUTE)
  expect((await pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  await choose({ sound: true })
  await pacing.advance(2 * MINUTE)
  expect((await pacing.state()).surface).toEqual({ kind: 'nudge', stage: 2 })
  // Neither the nudge before the choice nor its second stage.
  expect(await heard()).toEqual([])
  await pacing.press('later')
  await pacing.advance(5 * MINUTE)
  expect((await pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  await choose({ sound: false })
  const ended = async () => {
    const peaks = await heard()
    return peaks.length > 20 && (peaks.at(-1) ?? 1) < TONE_PEAK / 20
  }
  await expect.poll(ended, { timeout: 20_000 }).toBe(true)
  expectSoftSound(await heard())
}, 60_000)

test('where no script may run, a notification says it where that was chosen, and a rest is a tab of its own', async () => {
  await luwte.grant('notifications')
  await choose({ notifications: true })
  await behind.evaluate(async () => {
    type Create = (id: string, options: Notifications.CreateNotificationOptions) => Promise<string>
    const view = await browser.runtime.getBackgroundPage()
    const { notifications } = (view as unknown as { browser: { notifications: { create: Create } } }).browser
    const given: unknown[] = []
    Object.assign(globalThis, { given })
    const { create } = notifications
    notifications.create = async (id, options) => {
      // Firefox refuses a notification with a property that it does not know.
      await create(id, options)
      given.push(options.message)
      return id
    }
  })
  await pacing.press('start')
  await pacing.advance(14 * MINUTE)
  // One of Luwte's own, which no script may be let into either.
  await behind.bringToFront()
  await pacing.advance(2 * MINUTE)
  const given = () => behind.evaluate(() => (globalThis as unknown as { given: unknown[] }).given)
  await expect.poll(given).toEqual(['Your block is complete. Rest is ready when you are.'])

  const tabs = () => behind.evaluate(() => browser.tabs.query({}).then(all => all.map(({ url }) => url)))
  const rest = `${luwte.extensionOrigin}/rest.html`
  const before = await luwte.browser.pages()
  await pacing.press('rest')
  await expect.poll(tabs).toContain(rest)
  const resting = (await luwte.browser.pages()).find(one => !before.includes(one))
  if (!resting) throw new Error('no tab that rests')
  await expect.poll(() => light(resting), { timeout: 30_000 }).toBeLessThan(0.02)
  await resting.keyboard.press('Escape')
  await expect.poll(async () => (await pacing.state()).phase).toBe('work')
  await expect.poll(tabs, { timeout: 30_000 }).not.toContain(rest)
}, 90_000)

test('a block outlives the browser, and is frozen while it is closed', async () => {
  await pacing.press('stop')
  await pacing.press('start')
  const { 'site-a.test': before = 0 } = await pacing.counted()
  await pacing.advance(5 * MINUTE)
  await pacing.sleep(3 * MINUTE)
  await luwte.close()
  await open()
  expect((await pacing.state()).phase).toBe('work')
  await expect
    .poll(async () => (await pacing.counted())['site-a.test'] ?? 0)
    .toBeGreaterThanOrEqual(before + 5 * MINUTE)
  // Of the time away one heartbeat at most may have been lived.
  expect((await pacing.counted())['site-a.test']).toBeLessThan(before + 6 * MINUTE + 20 * SECOND)
  expect((await pacing.state()).filled).toBeGreaterThanOrEqual(5 / 15)
}, 90_000)
