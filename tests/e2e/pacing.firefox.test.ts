import { afterEach, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { forgetAll, MINUTE, SECOND } from './harness/pacing'
import { openFirefoxPacing } from './harness/pacing-scene-firefox'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const scene = openFirefoxPacing()

/** Each test begins with nothing kept: what was stored goes, and the background that knew it. */
afterEach(async () => {
  await scene.pacing.press('stop')
  await scene.luwte.stopBackground()
  await scene.behind.evaluate(forgetAll)
  await scene.luwte.stopBackground()
})

test('a round goes on through the end of the background at every step', async () => {
  await scene.pacing.press('start')
  await scene.luwte.stopBackground()
  await scene.pacing.advance(12 * MINUTE)
  expect(await scene.pacing.state()).toMatchObject({ phase: 'approach', surface: { notice: 'forewarning' } })
  await scene.luwte.stopBackground()
  await scene.pacing.advance(3 * MINUTE)
  expect(await scene.pacing.state()).toMatchObject({ phase: 'due1', surface: { kind: 'nudge', stage: 1 } })
  await scene.luwte.stopBackground()
  await scene.pacing.advance(2 * MINUTE)
  expect(await scene.pacing.state()).toMatchObject({ phase: 'due2', surface: { kind: 'nudge', stage: 2 } })
  await scene.luwte.stopBackground()
  expect(await scene.pacing.press('later')).toMatchObject({ phase: 'work', surface: null })
  await scene.luwte.stopBackground()
  await scene.pacing.advance(5 * MINUTE)
  expect(await scene.pacing.state()).toMatchObject({ phase: 'due1' })
  await scene.luwte.stopBackground()
  expect(await scene.pacing.press('rest')).toMatchObject({ phase: 'rest', surface: { kind: 'rest' } })
  await scene.luwte.stopBackground()
  await scene.pacing.advance(5 * MINUTE)
  expect(await scene.pacing.state()).toMatchObject({
    phase: 'restDone',
    surface: { kind: 'rest', over: true },
  })
  await scene.luwte.stopBackground()
  expect(await scene.pacing.press('start')).toMatchObject({ phase: 'work', surface: null })

  const { 'site-a.test': ms = 0 } = await scene.pacing.counted()
  expect(ms).toBeGreaterThanOrEqual(27 * MINUTE)
  expect(ms).toBeLessThan(28 * MINUTE)
  expect((await scene.pacing.history()).ms).toBe(ms)
})

test('an absence counts as rest, and nothing is counted when nothing is asked for', async () => {
  await scene.pacing.advance(30 * MINUTE)
  await scene.pacing.press('start')
  await scene.pacing.advance(2 * MINUTE)
  await scene.pacing.device('idle')
  await scene.pacing.advance(6 * MINUTE)
  expect(await scene.pacing.state()).toMatchObject({ phase: 'restDone', wasAway: true })
  await scene.pacing.device('active')
  expect(await scene.pacing.state()).toMatchObject({ phase: 'work' })
  await scene.pacing.press('stop')
  await scene.pacing.advance(30 * MINUTE)
  const [ms = 0] = Object.values(await scene.pacing.counted())
  expect(ms).toBeGreaterThanOrEqual(2 * MINUTE)
  expect(ms).toBeLessThan(2 * MINUTE + 20 * SECOND)
  expect(await scene.behind.evaluate(() => chrome.alarms.getAll().then(({ length }) => length))).toBe(0)
})

test('the evening dims the page step by step, through the end of the background, and leaves no trace', async () => {
  const { tabId } = await scene.pacing.state()
  const now = await scene.behind.evaluate(() => Date.now())
  const minuteIn = (minutes: number) => {
    const at = new Date(now + minutes * MINUTE)
    return at.getHours() * 60 + at.getMinutes()
  }
  const choice = { eveningMinute: minuteIn(10), rolloverMinute: minuteIn(100) }
  await scene.pacing.ask('pacing.choose', { tabId, choice })
  const filter = () => scene.page.evaluate(() => getComputedStyle(document.documentElement).filter)
  expect(await filter()).toBe('none')
  await scene.luwte.stopBackground()
  await scene.pacing.advance(20 * MINUTE)
  await expect.poll(filter, { timeout: 45_000 }).toMatch(/brightness\(0\.9/)
  await scene.luwte.stopBackground()
  await scene.pacing.advance(60 * MINUTE)
  await expect.poll(filter, { timeout: 45_000 }).toContain('brightness(0.75)')
  await scene.page.reload()
  expect(await filter()).toContain('brightness(0.75)')
  await scene.pacing.advance(25 * MINUTE)
  await expect.poll(filter, { timeout: 45_000 }).toBe('none')
  await expect
    .poll(() => scene.page.evaluate(() => document.adoptedStyleSheets.length), { timeout: 45_000 })
    .toBe(0)
}, 120_000)

test('a limit of the site is reached, low day or not', async () => {
  const { tabId } = await scene.pacing.state()
  await scene.pacing.ask('pacing.limits', { tabId, dayMinutes: null, siteMinutes: 10 })
  await scene.pacing.ask('pacing.lowDay', { tabId, on: true })
  await scene.pacing.advance(4 * MINUTE)
  expect((await scene.pacing.state()).surface).toBeNull()
  await scene.pacing.advance(MINUTE)
  expect((await scene.pacing.state()).surface).toEqual({
    kind: 'limit',
    scope: { kind: 'site', site: 'site-a.test' },
  })
})
