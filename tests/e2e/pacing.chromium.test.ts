import { describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { hasten } from './harness/nudges'
import { MINUTE, SECOND } from './harness/pacing'
import { expectCounted, openPacing } from './harness/pacing-scene'
import { pressInSurface, SLOWEST, surfaceIn } from './harness/surface'

/** Exists inside Luwte's worker and pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const scene = openPacing()

const NUDGE = { name: 'group Luwte', buttons: ['Rest', 'Later', 'Off'] }

describe('a round of reading and rest', { timeout: 180_000 }, () => {
  test('goes on through the end of the worker at every step', async () => {
    const { said } = await scene.pacing.press('start')
    expect(said[0]).toBe('In minutes: read 15, rest 5.')
    await scene.luwte.stopWorker()

    await scene.pacing.advance(12 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({
      phase: 'approach',
      surface: { notice: 'forewarning' },
    })
    await scene.luwte.stopWorker()

    await scene.pacing.advance(3 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({ phase: 'due1', surface: { kind: 'nudge', stage: 1 } })
    await expect.poll(() => surfaceIn(scene.page), { timeout: SLOWEST }).toMatchObject(NUDGE)
    expect(await soundsNow()).toBe(false)
    await scene.luwte.stopWorker()

    await scene.pacing.advance(2 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({ phase: 'due2', surface: { kind: 'nudge', stage: 2 } })
    await scene.luwte.stopWorker()

    await pressInSurface(scene.page, 'Later')
    await expect.poll(async () => (await scene.pacing.state()).phase).toBe('work')
    await scene.luwte.stopWorker()

    await scene.pacing.advance(5 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({ phase: 'due1' })
    await expect.poll(() => surfaceIn(scene.page), { timeout: SLOWEST }).toMatchObject(NUDGE)
    await scene.luwte.stopWorker()

    await pressInSurface(scene.page, 'Rest')
    await expect.poll(async () => (await scene.pacing.state()).phase).toBe('rest')
    await expect
      .poll(() => surfaceIn(scene.page), { timeout: SLOWEST })
      .toMatchObject({ name: 'dialog Rest' })
    await scene.luwte.stopWorker()

    await scene.pacing.advance(5 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({
      phase: 'restDone',
      surface: { kind: 'rest', over: true },
    })
    await scene.luwte.stopWorker()

    await pressInSurface(scene.page, 'Back')
    await expect.poll(async () => (await scene.pacing.state()).phase).toBe('work')
    await scene.luwte.stopWorker()

    await expectCounted(scene, { 'site-a.test': 27 * MINUTE })
    expect((await scene.pacing.press('stop')).phase).toBe('off')
  })

  test('stays as it is when nobody answers, and off ends it from the page; one sound, where chosen', async () => {
    await scene.pacing.press('start')
    await scene.pacing.advance(13 * MINUTE)
    expect(await soundsNow()).toBe(false)
    await scene.pacing.ask('pacing.choose', { tabId: await scene.tabId(), choice: { sound: true } })
    await scene.pacing.advance(3 * MINUTE)
    await expect.poll(soundsNow, { timeout: 5000 }).toBe(true)
    await expect.poll(() => surfaceIn(scene.page), { timeout: SLOWEST }).toMatchObject(NUDGE)
    await expect.poll(soundsNow, { timeout: SLOWEST }).toBe(false)
    await scene.pacing.advance(40 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({ phase: 'due2', surface: { kind: 'nudge', stage: 2 } })
    await pressInSurface(scene.page, 'Off')
    await expect.poll(async () => (await scene.pacing.state()).phase).toBe('off')
    await expect.poll(() => surfaceIn(scene.page), { timeout: SLOWEST }).toBeNull()
  })

  test('is held by a full screen and comes back with a forewarning', async () => {
    await scene.pacing.press('start')
    const { windowId } = await scene.behind.evaluate(() => chrome.tabs.getCurrent().then(tab => ({ ...tab })))
    await setWindow(windowId, 'fullscreen')
    await scene.pacing.advance(20 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({ phase: 'approach', hold: 'quiet', surface: null })
    await setWindow(windowId, 'normal')
    await scene.pacing.advance(0)
    await expect
      .poll(async () => (await scene.pacing.state()).surface)
      .toEqual({ kind: 'notice', notice: 'forewarning' })
    await scene.pacing.advance(MINUTE)
    expect((await scene.pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  })

  test('is held by a film in full screen, which plays on', async () => {
    await scene.pacing.press('start')
    await scene.pacing.advance(10 * MINUTE)
    await scene.page.evaluate(() => {
      const film = document.querySelector('video')
      addEventListener('click', () => void film?.play().then(() => film.requestFullscreen()), { once: true })
    })
    await scene.page.click('h1')
    const plays = () =>
      scene.page.evaluate(() => {
        const film = document.querySelector('video')
        return film === document.fullscreenElement && film?.paused === false && film.currentTime > 0
      })
    await expect.poll(plays).toBe(true)
    await expect.poll(async () => (await scene.pacing.state()).hold).toBe('quiet')
    await scene.pacing.advance(20 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({ phase: 'approach', hold: 'quiet', surface: null })
    expect([await surfaceIn(scene.page), await plays()]).toEqual([null, true])
    await scene.page.evaluate(() => document.exitFullscreen())
    await expect
      .poll(async () => (await scene.pacing.state()).surface)
      .toEqual({ kind: 'notice', notice: 'forewarning' })
    await scene.pacing.advance(MINUTE)
    expect((await scene.pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  })

  test('counts an absence as rest, and a short one not at all', async () => {
    await scene.pacing.press('start')
    await scene.pacing.advance(6 * MINUTE)
    await scene.pacing.device('away')
    await scene.pacing.advance(3 * MINUTE)
    await scene.pacing.device('active')
    await scene.pacing.advance(MINUTE)
    expect(await scene.pacing.state()).toMatchObject({ phase: 'work', surface: null })
    await scene.pacing.device('away')
    await scene.pacing.advance(6 * MINUTE)
    await scene.pacing.device('active')
    await scene.pacing.advance(MINUTE)
    expect((await scene.pacing.state()).surface).toEqual({ kind: 'notice', notice: 'wasAway' })
    await expectCounted(scene, { 'site-a.test': 8 * MINUTE })
  })

  test('is half as long on a low day', async () => {
    await scene.pacing.press('start')
    await scene.pacing.ask('pacing.lowDay', { tabId: await scene.tabId(), on: true })
    await scene.pacing.advance(5 * MINUTE)
    expect(await scene.pacing.state()).toMatchObject({ phase: 'approach', lowDay: true })
    await scene.pacing.advance(2.5 * MINUTE)
    expect((await scene.pacing.state()).surface).toEqual({ kind: 'nudge', stage: 1 })
  })
})

test('where no script may run, the icon says it, and a rest is in a tab of its own', {
  timeout: 120_000,
}, async () => {
  await scene.pacing.press('start')
  await scene.pacing.advance(14 * MINUTE)
  const own = await scene.luwte.newPage('chrome://version')
  const id = await scene.luwte.tabId(own)
  await scene.pacing.advance(2 * MINUTE)
  await expect.poll(() => icon(id)).toEqual(['·', 'Your block is complete. Rest is ready when you are.'])
  const [rest] = await Promise.all([scene.luwte.context.waitForEvent('page'), scene.pacing.press('rest')])
  await hasten(rest, 40)
  await expect.poll(() => icon(id)).toEqual(['', 'Luwte: calm mode is off here'])
  await expect
    .poll(() => surfaceIn(rest), { timeout: SLOWEST })
    .toMatchObject({ name: 'dialog Rest', buttons: ['Breathe along', 'Back'] })
  await scene.pacing.advance(5 * MINUTE)
  await expect
    .poll(async () => (await surfaceIn(rest))?.lines, { timeout: SLOWEST })
    .toContain('The planned rest is over. Staying longer is fine.')
  const closed = rest.waitForEvent('close')
  await rest.keyboard.press('Escape')
  await expect.poll(async () => (await scene.pacing.state()).phase).toBe('work')
  await closed
  expect(await frontTab()).toBe(id)

  // Closing it is leaving as well.
  const [again] = await Promise.all([scene.luwte.context.waitForEvent('page'), scene.pacing.press('rest')])
  await again.close()
  await expect.poll(async () => (await scene.pacing.state()).phase).toBe('work')
})

test('a block of a minute ends after a minute of the real clock', { timeout: 150_000 }, async () => {
  await scene.behind.bringToFront()
  await scene.behind.getByRole('spinbutton', { name: 'Block minutes' }).fill('1')
  await scene.behind.getByRole('spinbutton', { name: 'Rest minutes' }).fill('1')
  await expect.poll(async () => (await scene.pacing.state()).blockMinutes).toBe(1)
  await scene.behind.getByRole('button', { name: 'Start pacing' }).click()
  await scene.page.bringToFront()
  const started = Date.now()
  await expect.poll(() => surfaceIn(scene.page), { timeout: 120_000, interval: 500 }).toMatchObject(NUDGE)
  expect(Date.now() - started).toBeGreaterThan(55 * SECOND)
  expect(Date.now() - started).toBeLessThan(75 * SECOND)
})

async function setWindow(id: number | undefined, state: 'fullscreen' | 'normal'): Promise<void> {
  await scene.behind.evaluate(([id, state]) => chrome.windows.update(id, { state }).then(() => {}), [
    id ?? 0,
    state,
  ] as const)
}

/** Whether the document that sounds is there. */
function soundsNow(): Promise<boolean> {
  return scene.behind.evaluate(() => {
    const { getContexts } = (globalThis as unknown as { chrome: { runtime: Contexts } }).chrome.runtime
    return getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] }).then(({ length }) => length > 0)
  })
}

interface Contexts {
  getContexts(filter: { contextTypes: string[] }): Promise<unknown[]>
}

function frontTab(): Promise<number | undefined> {
  return scene.behind.evaluate(() =>
    chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab?.id),
  )
}

function icon(tabId: number): Promise<string[]> {
  return scene.behind.evaluate(
    tabId => Promise.all([chrome.action.getBadgeText({ tabId }), chrome.action.getTitle({ tabId })]),
    tabId,
  )
}
