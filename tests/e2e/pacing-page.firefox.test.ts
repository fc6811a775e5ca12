import type { Page } from 'puppeteer-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Browser as ExtensionApi, Notifications } from 'webextension-polyfill'
import type { RequestOf } from '../../utils/messages'
import { TONE_PEAK } from '../../utils/sound/tone'
import { MINUTE, SECOND, typeIntoLimit } from './harness/pacing'
import { openFirefoxPacing } from './harness/pacing-scene-firefox'
import { meanLuminance } from './harness/pixels'
import { expectSoftSound, type Heard, listenIn } from './harness/sound'
import { endFades, endFadesIn } from './harness/step-fades'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

const scene = openFirefoxPacing()

// A tab that closes gives its place to the one it was opened from.
beforeEach(() => scene.page.bringToFront())
afterEach(async () => {
  await limit(null)
  await scene.pacing.press('stop')
})

async function limit(siteMinutes: number | null): Promise<void> {
  const { tabId } = await scene.pacing.state()
  await scene.pacing.ask('pacing.limits', { tabId, dayMinutes: null, siteMinutes })
}

async function choose(choice: RequestOf<'pacing.choose'>['choice']): Promise<void> {
  await scene.pacing.ask('pacing.choose', { tabId: (await scene.pacing.state()).tabId, choice })
}

/** Where a surface of Luwte's stands, last in the page. */
const hasHost = (in_: Page = scene.page) => in_.evaluate(() => document.querySelector('html > div') !== null)
const light = async (of: Page) => meanLuminance(await scene.luwte.picture(of))
/** The same, once what fades there has come to its end: how fast that is, is seen elsewhere. */
const lightInTheEnd = async (of: Page, tabId: number) => {
  await scene.behind.evaluate(endFadesIn(tabId))
  return light(of)
}

test('a limit that is reached while a form is filled in waits, and what was typed stays', async () => {
  await scene.pacing.press('start')
  await limit(10)
  await scene.pacing.advance(10 * MINUTE - 20 * SECOND)
  await scene.page.focus('textarea')
  const words = 'some words that stay here, also when the limit comes between'
  await typeIntoLimit(scene.pacing, scene.page.keyboard, words)
  expect((await scene.pacing.state()).surface).toMatchObject({
    kind: 'limit',
    scope: { site: 'site-a.test' },
  })
  await expect.poll(hasHost, { timeout: 10_000 }).toBe(true)
  const field = () =>
    scene.page.evaluate(() => [document.activeElement?.localName, document.querySelector('textarea')?.value])
  expect(await field()).toEqual(['textarea', words])
  await scene.page.keyboard.type(' and go on')
  expect(await field()).toEqual(['textarea', `${words} and go on`])
}, 90_000)

test('a film in full screen holds the nudge; afterwards it is announced once more', async () => {
  await scene.pacing.press('start')
  await scene.pacing.advance(10 * MINUTE)
  await scene.page.evaluate(() => {
    const film = document.querySelector('video')
    addEventListener('click', () => void film?.play().then(() => film.requestFullscreen()), { once: true })
  })
  await scene.page.mouse.click(400, 300)
  const plays = () =>
    scene.page.evaluate(() => {
      const film = document.querySelector('video')
      return film === document.fullscreenElement && film?.paused === false && film.currentTime > 0
    })
  await expect.poll(plays, { timeout: 10_000 }).toBe(true)
  await scene.pacing.advance(20 * MINUTE)
  expect(await scene.pacing.state()).toMatchObject({ phase: 'approach', hold: 'quiet', surface: null })
  expect([await hasHost(), await plays()]).toEqual([false, true])
  await scene.page.evaluate(() => document.exitFullscreen())
  await expect
    .poll(async () => (await scene.pacing.state()).surface, { timeout: 10_000 })
    .toEqual({ kind: 'notice', notice: 'forewarning' })
  await scene.pacing.advance(MINUTE)
  expect((await scene.pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
}, 90_000)

test('two windows count as one, and rest together', async () => {
  await scene.pacing.press('start')
  const before = await scene.pacing.counted()
  await scene.pacing.advance(2 * MINUTE)
  const other = await scene.luwte.browser.newPage({ type: 'window' })
  await other.goto(scene.pageOn('site-b.test'))
  await scene.pacing.advance(3 * MINUTE)
  await scene.page.bringToFront()
  await scene.pacing.advance(MINUTE)
  const after = await scene.pacing.counted()
  const added = (name: string) => (after[name] ?? 0) - (before[name] ?? 0)
  expect(added('site-a.test') + added('site-b.test')).toBeGreaterThanOrEqual(6 * MINUTE)
  expect(added('site-a.test') + added('site-b.test')).toBeLessThan(6 * MINUTE + 20 * SECOND)
  expect(added('site-b.test')).toBeGreaterThanOrEqual(3 * MINUTE)

  const both = [
    [other, await scene.luwte.tabId(other)],
    [scene.page, await scene.luwte.tabId(scene.page)],
  ] as const
  await scene.pacing.press('rest')
  for (const one of both)
    await expect.poll(() => lightInTheEnd(...one), { timeout: 30_000 }).toBeLessThan(0.02)
  await scene.page.keyboard.press('Escape')
  await expect.poll(async () => (await scene.pacing.state()).phase).toBe('work')
  for (const one of both)
    await expect.poll(() => lightInTheEnd(...one), { timeout: 30_000 }).toBeGreaterThan(0.5)
  await other.close()
}, 120_000)

test('one soft sound is heard when a block is complete, where it was chosen', async () => {
  await scene.behind.evaluate(`browser.runtime.getBackgroundPage().then(${listenIn})`)
  const heard = () =>
    scene.behind.evaluate(async () => {
      const view = (await browser.runtime.getBackgroundPage()) as unknown as { heard: Heard }
      return [...view.heard.peaks]
    })
  await scene.pacing.press('start')
  await scene.pacing.advance(15 * MINUTE)
  expect((await scene.pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  await choose({ sound: true })
  await scene.pacing.advance(2 * MINUTE)
  expect((await scene.pacing.state()).surface).toEqual({ kind: 'nudge', stage: 2 })
  // Neither the nudge before the choice nor its second stage.
  expect(await heard()).toEqual([])
  await scene.pacing.press('later')
  await scene.pacing.advance(5 * MINUTE)
  expect((await scene.pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  await choose({ sound: false })
  const ended = async () => {
    const peaks = await heard()
    return peaks.length > 20 && (peaks.at(-1) ?? 1) < TONE_PEAK / 20
  }
  await expect.poll(ended, { timeout: 20_000 }).toBe(true)
  expectSoftSound(await heard())
}, 60_000)

test('where no script may run, a notification says it where that was chosen, and a rest is a tab of its own', async () => {
  await scene.luwte.grant('notifications')
  await choose({ notifications: true })
  await scene.behind.evaluate(async () => {
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
  await scene.pacing.press('start')
  await scene.pacing.advance(14 * MINUTE)
  // One of Luwte's own, which no script may be let into either.
  await scene.behind.bringToFront()
  await scene.pacing.advance(2 * MINUTE)
  const given = () => scene.behind.evaluate(() => (globalThis as unknown as { given: unknown[] }).given)
  await expect.poll(given).toEqual(['Your block is complete. Rest is ready when you are.'])

  const tabs = () =>
    scene.behind.evaluate(() => browser.tabs.query({}).then(all => all.map(({ url }) => url)))
  const rest = `${scene.luwte.extensionOrigin}/rest.html`
  const before = await scene.luwte.browser.pages()
  await scene.pacing.press('rest')
  await expect.poll(tabs).toContain(rest)
  const resting = (await scene.luwte.browser.pages()).find(one => !before.includes(one))
  if (!resting) throw new Error('no tab that rests')
  const darkInTheEnd = async () => {
    await resting.evaluate(endFades)
    return light(resting)
  }
  await expect.poll(darkInTheEnd, { timeout: 30_000 }).toBeLessThan(0.02)
  await resting.keyboard.press('Escape')
  await expect.poll(async () => (await scene.pacing.state()).phase).toBe('work')
  // It may have closed already.
  await resting.evaluate(endFades).catch(() => {})
  await expect.poll(tabs, { timeout: 30_000 }).not.toContain(rest)
}, 90_000)

test('a block outlives the browser, and is frozen while it is closed', async () => {
  await scene.pacing.press('stop')
  await scene.pacing.press('start')
  const { 'site-a.test': before = 0 } = await scene.pacing.counted()
  await scene.pacing.advance(5 * MINUTE)
  await scene.pacing.sleep(3 * MINUTE)
  await scene.reopen()
  expect((await scene.pacing.state()).phase).toBe('work')
  await expect
    .poll(async () => (await scene.pacing.counted())['site-a.test'] ?? 0)
    .toBeGreaterThanOrEqual(before + 5 * MINUTE)
  // Of the time away one heartbeat at most may have been lived.
  expect((await scene.pacing.counted())['site-a.test']).toBeLessThan(before + 6 * MINUTE + 20 * SECOND)
  expect((await scene.pacing.state()).filled).toBeGreaterThanOrEqual(5 / 15)
}, 90_000)
