import { describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { MINUTE, SECOND, typeIntoLimit } from './harness/pacing'
import { COUNT_SLACK, expectCounted, openPacing } from './harness/pacing-scene'
import { pressInSurface, SLOWEST, surfaceIn } from './harness/surface'

/** Exists inside Luwte's worker and pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const scene = openPacing()

describe('screen time', () => {
  test('goes to the site of the focused window, and two windows count as one', async () => {
    await scene.pacing.press('start')
    await scene.pacing.advance(2 * MINUTE)
    const other = await scene.behind.evaluate(
      url => chrome.windows.create({ url, focused: true }).then(({ id }) => id ?? 0),
      scene.pageOn('site-b.test'),
    )
    await expect.poll(focusedSite).toBe('site-b.test')
    await scene.pacing.advance(3 * MINUTE)
    await scene.behind.evaluate(id => chrome.windows.remove(id), other)
    await expect.poll(focusedSite).toBe('site-a.test')
    await scene.pacing.advance(MINUTE)
    await expectCounted(scene, { 'site-a.test': 3 * MINUTE, 'site-b.test': 3 * MINUTE })
    const { stretches, ms } = await scene.pacing.history()
    expect(stretches).toBeGreaterThanOrEqual(3)
    expect(ms).toBe(Object.values(await scene.pacing.counted()).reduce((sum, part) => sum + part))
  })

  test('is not counted, and no alarm is set, while nothing is asked for', async () => {
    await scene.pacing.advance(30 * MINUTE)
    await scene.luwte.newPage(scene.pageOn('site-b.test'))
    await scene.page.bringToFront()
    await scene.pacing.advance(30 * MINUTE)
    expect(await alarms()).toBe(0)
    await scene.pacing.press('start')
    expect(await alarms()).toBe(1)
    await scene.pacing.press('stop')
    await scene.pacing.advance(30 * MINUTE)
    expect(await alarms()).toBe(0)
    const [ms = 0] = Object.values(await scene.pacing.counted())
    expect(ms).toBeLessThan(COUNT_SLACK)
  })

  test('outlives the browser: the block is frozen, then rested', async () => {
    await scene.pacing.press('start')
    await scene.pacing.advance(5 * MINUTE)
    await scene.pacing.sleep(3 * MINUTE)
    await scene.reopen()
    await expect.poll(async () => (await scene.pacing.state()).phase).toBe('work')
    // Of the time away one heartbeat at most may have been lived.
    const counted = (await scene.pacing.counted())['site-a.test'] ?? 0
    expect(counted).toBeGreaterThanOrEqual(5 * MINUTE)
    expect(counted).toBeLessThan(6 * MINUTE + COUNT_SLACK)
    const { filled } = await scene.pacing.state()
    expect(filled).toBeGreaterThanOrEqual(5 / 15)

    await scene.pacing.sleep(10 * MINUTE)
    await scene.reopen()
    await expect.poll(async () => (await scene.pacing.state()).filled).toBeLessThan(1 / 15)
    expect((await scene.pacing.state()).phase).toBe('work')
  })
})

describe('a limit', { timeout: 120_000 }, () => {
  test('of a site is shown there, offers leaving first, and comes back after a little longer', async () => {
    await limit(null, 10)
    await scene.pacing.advance(10 * MINUTE)
    await expect
      .poll(() => surfaceIn(scene.page), { timeout: SLOWEST })
      .toMatchObject({ buttons: ['Leave', 'A little longer', 'Off'] })
    await pressInSurface(scene.page, 'A little longer')
    await expect.poll(async () => (await scene.pacing.state()).surface).toBeNull()
    await scene.pacing.advance(4.5 * MINUTE)
    expect((await scene.pacing.state()).surface).toBeNull()
    await scene.pacing.advance(MINUTE)
    expect((await scene.pacing.state()).surface).toMatchObject({
      kind: 'limit',
      scope: { site: 'site-a.test' },
    })
  })

  test('of the day waits until nothing is typed, and what was typed stays', async () => {
    await limit(10, null)
    await scene.pacing.advance(10 * MINUTE - 20 * SECOND)
    await scene.page.locator('textarea').focus()
    const words = 'some words that stay here, also when the limit comes between'
    await typeIntoLimit(scene.pacing, scene.page.keyboard, words)
    expect((await scene.pacing.state()).surface).toEqual({ kind: 'limit', scope: { kind: 'day' } })
    expect(await scene.page.locator('textarea').inputValue()).toBe(words)
  })
})

async function limit(dayMinutes: number | null, siteMinutes: number | null): Promise<void> {
  await scene.pacing.ask('pacing.limits', { tabId: await scene.tabId(), dayMinutes, siteMinutes })
}

function alarms(): Promise<number> {
  return scene.behind.evaluate(() => chrome.alarms.getAll().then(({ length }) => length))
}

async function stored(): Promise<{
  signals: { focused: string; windows: { id: string; site: string }[] }
}> {
  const { pacingState } = await scene.behind.evaluate(() => chrome.storage.local.get('pacingState'))
  return (pacingState as { state: Awaited<ReturnType<typeof stored>> }).state
}

async function focusedSite(): Promise<string | undefined> {
  const { focused, windows } = (await stored()).signals
  return windows.find(({ id }) => id === focused)?.site
}
