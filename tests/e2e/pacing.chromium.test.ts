import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { drivePacing, MINUTE, type PacingDriver, SECOND } from './harness/pacing'
import { type Site, startSite } from './harness/site'
import { pressInSurface, SLOWEST, surfaceIn } from './harness/surface'

/** Exists inside Luwte's worker and pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const READING = '<!doctype html><title>Reading</title><h1>Reading</h1><textarea></textarea>'
/** What is said of real time that passes while a test drives the clock. */
const SLACK = 10 * SECOND

let site: Site
let luwte: ChromiumWithLuwte
let page: Page
let behind: Page
let pacing: PacingDriver
let profile: string

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'luwte-pacing-'))
  site = await startSite()
  await open()
})
afterEach(async () => {
  await luwte?.close()
  await site?.close()
  await rm(profile, { recursive: true, force: true })
})

/** A page in front, and the driver in a tab behind it. */
async function open(): Promise<void> {
  luwte = await launchChromium({ userDataDir: profile })
  page = await luwte.newPage(pageOn('site-a.test'))
  const tabId = await luwte.tabId(page)
  behind = await luwte.openExtensionPage(`popup.html?tab=${tabId}`)
  await page.bringToFront()
  pacing = drivePacing(behind, tabId)
}

const pageOn = (host: 'site-a.test' | 'site-b.test') => site.onHost(site.page(READING), host)

/** What is counted is what passed on the driven clock, and the little that really passed. */
async function expectCounted(expected: Record<string, number>): Promise<void> {
  // A window that opens has no site for a moment.
  const { '': opening = 0, ...counted } = await pacing.counted()
  expect(opening).toBeLessThan(SECOND)
  expect(Object.keys(counted).sort()).toEqual(Object.keys(expected).sort())
  for (const [name, ms] of Object.entries(expected)) {
    expect(counted[name]).toBeGreaterThanOrEqual(ms)
    expect(counted[name]).toBeLessThan(ms + SLACK)
  }
}

const NUDGE = { name: 'group Luwte', buttons: ['Rest', 'Later', 'Off'] }

describe('a round of reading and rest', { timeout: 180_000 }, () => {
  test('goes on through the end of the worker at every step', async () => {
    const { said } = await pacing.press('start')
    expect(said[0]).toBe('In minutes: read 15, rest 5.')
    await luwte.stopWorker()

    await pacing.advance(12 * MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'approach', surface: { notice: 'forewarning' } })
    await luwte.stopWorker()

    await pacing.advance(3 * MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'due1', surface: { kind: 'nudge', stage: 1 } })
    await expect.poll(() => surfaceIn(page), { timeout: SLOWEST }).toMatchObject(NUDGE)
    await luwte.stopWorker()

    await pacing.advance(2 * MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'due2', surface: { kind: 'nudge', stage: 2 } })
    await luwte.stopWorker()

    await pressInSurface(page, 'Later')
    await expect.poll(async () => (await pacing.state()).phase).toBe('work')
    await luwte.stopWorker()

    await pacing.advance(5 * MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'due1' })
    await expect.poll(() => surfaceIn(page), { timeout: SLOWEST }).toMatchObject(NUDGE)
    await luwte.stopWorker()

    await pressInSurface(page, 'Rest')
    await expect.poll(async () => (await pacing.state()).phase).toBe('rest')
    await expect.poll(() => surfaceIn(page), { timeout: SLOWEST }).toMatchObject({ name: 'dialog Rest' })
    await luwte.stopWorker()

    await pacing.advance(5 * MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'restDone', surface: { kind: 'rest', over: true } })
    await luwte.stopWorker()

    await pressInSurface(page, 'Back')
    await expect.poll(async () => (await pacing.state()).phase).toBe('work')
    await luwte.stopWorker()

    await expectCounted({ 'site-a.test': 27 * MINUTE })
    expect((await pacing.press('stop')).phase).toBe('off')
  })

  test('stays as it is when nobody answers, and off ends it from the page', async () => {
    await pacing.press('start')
    await pacing.advance(16 * MINUTE)
    await expect.poll(() => surfaceIn(page), { timeout: SLOWEST }).toMatchObject(NUDGE)
    await pacing.advance(40 * MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'due2', surface: { kind: 'nudge', stage: 2 } })
    await pressInSurface(page, 'Off')
    await expect.poll(async () => (await pacing.state()).phase).toBe('off')
    await expect.poll(() => surfaceIn(page), { timeout: SLOWEST }).toBeNull()
  })

  test('is held by a full screen and comes back with a forewarning', async () => {
    await pacing.press('start')
    const { windowId } = await behind.evaluate(() => chrome.tabs.getCurrent().then(tab => ({ ...tab })))
    await setWindow(windowId, 'fullscreen')
    await pacing.advance(20 * MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'approach', hold: 'quiet', surface: null })
    await setWindow(windowId, 'normal')
    await pacing.advance(0)
    await expect
      .poll(async () => (await pacing.state()).surface)
      .toEqual({ kind: 'notice', notice: 'forewarning' })
    await pacing.advance(MINUTE)
    expect((await pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  })

  test('counts an absence as rest, and a short one not at all', async () => {
    await pacing.press('start')
    await pacing.advance(6 * MINUTE)
    await pacing.device('away')
    await pacing.advance(3 * MINUTE)
    await pacing.device('active')
    await pacing.advance(MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'work', surface: null })
    await pacing.device('away')
    await pacing.advance(6 * MINUTE)
    await pacing.device('active')
    await pacing.advance(MINUTE)
    expect((await pacing.state()).surface).toEqual({ kind: 'notice', notice: 'wasAway' })
    await expectCounted({ 'site-a.test': 8 * MINUTE })
  })

  test('is half as long on a low day', async () => {
    await pacing.press('start')
    await pacing.ask('pacing.lowDay', { tabId: await tabId(), on: true })
    await pacing.advance(5 * MINUTE)
    expect(await pacing.state()).toMatchObject({ phase: 'approach', lowDay: true })
    await pacing.advance(2.5 * MINUTE)
    expect((await pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  })
})

describe('screen time', () => {
  test('goes to the site of the focused window, and two windows count as one', async () => {
    await pacing.press('start')
    await pacing.advance(2 * MINUTE)
    const other = await behind.evaluate(
      url => chrome.windows.create({ url, focused: true }).then(({ id }) => id ?? 0),
      pageOn('site-b.test'),
    )
    await expect.poll(focusedSite).toBe('site-b.test')
    await pacing.advance(3 * MINUTE)
    await behind.evaluate(id => chrome.windows.remove(id), other)
    await expect.poll(focusedSite).toBe('site-a.test')
    await pacing.advance(MINUTE)
    await expectCounted({ 'site-a.test': 3 * MINUTE, 'site-b.test': 3 * MINUTE })
    const { stretches, ms } = await pacing.history()
    expect(stretches).toBeGreaterThanOrEqual(3)
    expect(ms).toBe(Object.values(await pacing.counted()).reduce((sum, part) => sum + part))
  })

  test('is not counted, and no alarm is set, while nothing is asked for', async () => {
    await pacing.advance(30 * MINUTE)
    await luwte.newPage(pageOn('site-b.test'))
    await page.bringToFront()
    await pacing.advance(30 * MINUTE)
    expect(await alarms()).toBe(0)
    await pacing.press('start')
    expect(await alarms()).toBe(1)
    await pacing.press('stop')
    await pacing.advance(30 * MINUTE)
    expect(await alarms()).toBe(0)
    const [ms = 0] = Object.values(await pacing.counted())
    expect(ms).toBeLessThan(SLACK)
  })

  test('outlives the browser: the block is frozen, then rested', async () => {
    await pacing.press('start')
    await pacing.advance(5 * MINUTE)
    await pacing.sleep(3 * MINUTE)
    await luwte.close()
    await open()
    await expect.poll(async () => (await pacing.state()).phase).toBe('work')
    // Of the time away one heartbeat at most may have been lived.
    const counted = (await pacing.counted())['site-a.test'] ?? 0
    expect(counted).toBeGreaterThanOrEqual(5 * MINUTE)
    expect(counted).toBeLessThan(6 * MINUTE + SLACK)
    const { filled } = await pacing.state()
    expect(filled).toBeGreaterThanOrEqual(5 / 15)

    await pacing.sleep(10 * MINUTE)
    await luwte.close()
    await open()
    await expect.poll(async () => (await pacing.state()).filled).toBeLessThan(1 / 15)
    expect((await pacing.state()).phase).toBe('work')
  })
})

describe('a limit', { timeout: 120_000 }, () => {
  test('of a site is shown there, offers leaving first, and comes back after a little longer', async () => {
    await limit(null, 10)
    await pacing.advance(10 * MINUTE)
    await expect
      .poll(() => surfaceIn(page), { timeout: SLOWEST })
      .toMatchObject({ buttons: ['Leave', 'A little longer', 'Off'] })
    await pressInSurface(page, 'A little longer')
    await expect.poll(async () => (await pacing.state()).surface).toBeNull()
    await pacing.advance(4.5 * MINUTE)
    expect((await pacing.state()).surface).toBeNull()
    await pacing.advance(MINUTE)
    expect((await pacing.state()).surface).toMatchObject({ kind: 'limit', scope: { site: 'site-a.test' } })
  })

  test('of the day waits until nothing is typed, and what was typed stays', async () => {
    await limit(10, null)
    await pacing.advance(10 * MINUTE - 20 * SECOND)
    await page.locator('textarea').focus()
    const type = async (text: string) => {
      await page.keyboard.type(text)
      await expect.poll(typingMs).toBeGreaterThan(4 * SECOND)
    }
    for (const text of ['some ', 'words ', 'that ', 'stay ', 'here ', 'now']) {
      await type(text)
      await pacing.advance(4 * SECOND)
      expect((await pacing.state()).surface).toBeNull()
    }
    await pacing.advance(6 * SECOND)
    expect((await pacing.state()).surface).toEqual({ kind: 'limit', scope: { kind: 'day' } })
    expect(await page.locator('textarea').inputValue()).toBe('some words that stay here now')
  })
})

test('where no script may run, the icon says it, and takes it back', async () => {
  await pacing.press('start')
  await pacing.advance(14 * MINUTE)
  const own = await luwte.newPage('chrome://version')
  const id = await luwte.tabId(own)
  await pacing.advance(2 * MINUTE)
  await expect.poll(() => icon(id)).toEqual(['·', 'Your block is complete. Rest is ready when you are.'])
  await pacing.press('rest')
  await pacing.press('stop')
  await expect.poll(() => icon(id)).toEqual(['', 'Luwte: calm mode is off here'])
})

test('a block of a minute ends after a minute of the real clock', { timeout: 150_000 }, async () => {
  await behind.bringToFront()
  await behind.getByRole('spinbutton', { name: 'Block minutes' }).fill('1')
  await behind.getByRole('spinbutton', { name: 'Rest minutes' }).fill('1')
  await expect.poll(async () => (await pacing.state()).blockMinutes).toBe(1)
  await behind.getByRole('button', { name: 'Start pacing' }).click()
  await page.bringToFront()
  const started = Date.now()
  await expect.poll(() => surfaceIn(page), { timeout: 120_000, interval: 500 }).toMatchObject(NUDGE)
  expect(Date.now() - started).toBeGreaterThan(55 * SECOND)
  expect(Date.now() - started).toBeLessThan(75 * SECOND)
})

async function tabId(): Promise<number> {
  return (await pacing.state()).tabId
}

async function limit(dayMinutes: number | null, siteMinutes: number | null): Promise<void> {
  await pacing.ask('pacing.limits', { tabId: await tabId(), dayMinutes, siteMinutes })
}

async function setWindow(id: number | undefined, state: 'fullscreen' | 'normal'): Promise<void> {
  await behind.evaluate(([id, state]) => chrome.windows.update(id, { state }).then(() => {}), [
    id ?? 0,
    state,
  ] as const)
}

function alarms(): Promise<number> {
  return behind.evaluate(() => chrome.alarms.getAll().then(({ length }) => length))
}

function icon(tabId: number): Promise<string[]> {
  return behind.evaluate(
    tabId => Promise.all([chrome.action.getBadgeText({ tabId }), chrome.action.getTitle({ tabId })]),
    tabId,
  )
}

async function stored(): Promise<{
  typingMs: number
  signals: { focused: string; windows: { id: string; site: string }[] }
}> {
  const { pacingState } = await behind.evaluate(() => chrome.storage.local.get('pacingState'))
  return (pacingState as { state: Awaited<ReturnType<typeof stored>> }).state
}

async function focusedSite(): Promise<string | undefined> {
  const { focused, windows } = (await stored()).signals
  return windows.find(({ id }) => id === focused)?.site
}

async function typingMs(): Promise<number> {
  return (await stored()).typingMs
}
