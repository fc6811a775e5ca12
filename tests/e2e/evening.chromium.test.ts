import { expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { filterOf, untilBare } from './harness/calm'
import { hasten, showIn } from './harness/nudges'
import { MINUTE } from './harness/pacing'
import { openPacing } from './harness/pacing-scene'

/** Exists inside Luwte's worker and pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** Many steps at once come at the pace of single ones. */
const SLOWLY = { timeout: 30_000 }

const scene = openPacing()

/** How light the page is, in % of its own, as it could measure it. */
async function lightOf(page = scene.page): Promise<number> {
  const [, brightness = '1'] = (await filterOf(page)).match(/brightness\(([\d.]+)\)/) ?? []
  return Number(brightness) * 100
}

/** An evening that begins in ten minutes, in a day that rolls over after a hundred. */
async function chooseEvening(): Promise<void> {
  const { tabId } = await scene.pacing.state()
  const now = await scene.behind.evaluate(() => Date.now())
  const minuteIn = (minutes: number) => {
    const at = new Date(now + minutes * MINUTE)
    return at.getHours() * 60 + at.getMinutes()
  }
  const choice = { eveningMinute: minuteIn(10), rolloverMinute: minuteIn(100) }
  await scene.pacing.ask('pacing.choose', { tabId, choice })
}

test('the evening dims every page step by step, on top of calm mode or without, and leaves no trace', async () => {
  const before = await scene.page.evaluate(() => document.documentElement.outerHTML)
  // Pacing's own script is in the page already, and listens.
  await showIn(scene.luwte, scene.page, null)
  await hasten(scene.page, 50)
  await chooseEvening()
  expect(await registered()).toBe(0)
  expect(await filterOf(scene.page)).toBe('none')
  await scene.luwte.stopWorker()

  await scene.pacing.advance(14 * MINUTE)
  await expect.poll(lightOf, SLOWLY).toBeLessThan(100)
  expect(await lightOf()).toBeGreaterThan(96)
  await scene.luwte.stopWorker()

  await scene.pacing.advance(60 * MINUTE)
  await expect.poll(lightOf, SLOWLY).toBe(75)
  expect(await filterOf(scene.page)).toContain('sepia(0.3)')
  await scene.reopen()
  // Given on the command line, Luwte is installed anew at each start, and its scripts are registered again.
  await expect.poll(registered, SLOWLY).toBe(1)
  await scene.page.reload()
  expect(await lightOf()).toBe(75)

  await hasten(scene.page, 50)
  await scene.behind.getByRole('switch', { name: 'Calm mode' }).check()
  await expect.poll(lightOf, SLOWLY).toBe(60)
  const thisEvening = scene.behind.getByRole('checkbox', { name: 'Warmer and dimmer this evening' })
  await thisEvening.uncheck()
  await expect.poll(lightOf, SLOWLY).toBe(80)
  await thisEvening.check()
  await expect.poll(lightOf, SLOWLY).toBe(60)
  await scene.behind.getByRole('switch', { name: 'Calm mode' }).uncheck()
  await expect.poll(lightOf, SLOWLY).toBe(75)

  await scene.pacing.advance(30 * MINUTE)
  await untilBare(scene.page)
  expect(await scene.page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
  expect(await registered()).toBe(0)
}, 150_000)

function registered(): Promise<number> {
  return scene.behind.evaluate(() =>
    chrome.scripting.getRegisteredContentScripts().then(({ length }) => length),
  )
}
