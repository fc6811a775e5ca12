import { expect, test } from 'vitest'
import { launchBareChromium } from './harness/bare'
import { launchChromium } from './harness/chromium'
import { describeColourAndType } from './harness/colour-and-type'
import { bundleEffects, turnOn } from './harness/effects'
import { meanLuminance } from './harness/pixels'
import { startSite } from './harness/site'

describeColourAndType(() => launchChromium(), true)

test('where the light was turned round, the words of a picture that does not come are light on dark', async () => {
  const [site, browser] = await Promise.all([startSite(), launchBareChromium()])
  const page = await browser.newPage()
  await page.addInitScript(await bundleEffects())
  const sheet = site.onOtherOrigin(site.page('body{}', { headers: { 'content-type': 'text/css' } }))
  await page.goto(
    site.page(`<!doctype html><link rel="stylesheet" href="${sheet}"><body style="background:#fff;color:#111">
      <img src="${site.url('/gone.png')}" alt="MMMMMMMMMMMM" style="font:bold 40px monospace">`),
  )
  await turnOn(page, 'theme', { theme: 1 })
  await turnOn(page, 'dim', { theme: 1 })
  const lightOfWords = async () => meanLuminance(await page.locator('img').screenshot())
  await expect
    .poll(() => page.evaluate(() => getComputedStyle(document.documentElement).filter))
    .toContain('invert')
  // The sign of a missing picture, which is light by itself, is far smaller than the words.
  await expect.poll(lightOfWords).toBeGreaterThan(0.05)
  expect(meanLuminance(await page.screenshot())).toBeLessThan(0.05)
  await Promise.all([browser.close(), site.close()])
})

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
