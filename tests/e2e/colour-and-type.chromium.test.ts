import { expect, test } from 'vitest'
import { launchBareChromium } from './harness/bare'
import { launchChromium } from './harness/chromium'
import { describeColourAndType } from './harness/colour-and-type'
import { bundleEffects, turnOn } from './harness/effects'

describeColourAndType(() => launchChromium())

test('a page is held nearly dark for an engine that does not come, but not for long', async () => {
  const browser = await launchBareChromium()
  const page = await browser.newPage()
  await page.addInitScript(await bundleEffects())
  await page.goto('data:text/html,<!doctype html><p>Words')
  const filter = () => page.evaluate(() => getComputedStyle(document.documentElement).filter)
  // Nothing here brings parts of calm mode.
  await turnOn(page, 'theme', { theme: 1 })
  await turnOn(page, 'dim', { theme: 1 })
  expect(await filter()).toContain('brightness(0.12)')
  await expect.poll(filter, { timeout: 10_000 }).toBe('none')
  await browser.close()
})
