import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { faultsOf } from '../harness/axe'
import { type ChromiumWithLuwte, launchChromium } from '../harness/chromium'
import { differingShare } from '../harness/pixels'
import { brightestLuminance, startScreencast } from '../harness/screencast'
import { forgetSettings } from '../harness/settings'
import { type Site, startSite } from '../harness/site'
import { standIn } from './stand-in'

/** Each language as [tag, name of the switch, name of the disclosure]. */
const LANGUAGES = [
  ['en', 'Calm mode', 'What this level does'],
  ['nl', 'Rustige modus', 'Wat dit niveau doet'],
] as const

let site: Site
let luwte: ChromiumWithLuwte
let tabId: number

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ colorScheme: 'light' })])
  const page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'sub.site-a.test'))
  tabId = await luwte.tabId(page)
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

describe.each(LANGUAGES)('the popup in %s', (language, switchName, detailsName) => {
  let popup: Page

  beforeEach(async () => {
    popup = await luwte.newPage()
    popup.setDefaultTimeout(5000)
    await popup.setViewportSize({ width: 360, height: 600 })
    await popup.addInitScript(language => {
      Object.defineProperty(navigator, 'languages', { get: () => [language] })
    }, language)
    await popup.goto(`chrome-extension://${luwte.extensionId}/popup.html?tab=${tabId}`)
    await popup.getByRole('switch', { name: switchName, exact: true }).waitFor()
  })
  afterEach(async () => {
    await popup.close()
    await forgetSettings(luwte)
  })

  const openDetails = () => popup.getByText(detailsName).click()

  /** A person's own text size, as the browser's settings have it. */
  async function setTextSize(pixels: number): Promise<void> {
    const session = await popup.context().newCDPSession(popup)
    await session.send('Page.setFontSizes', { fontSizes: { standard: pixels } })
  }

  /** Text or controls that stick out of the window or of what they are in. */
  function clipped(): Promise<string[]> {
    return popup.evaluate(() => {
      const wide = document.documentElement.clientWidth
      const boxes = Array.from(document.querySelectorAll('main *'))
      const out = boxes.filter(box => {
        const { left, right } = box.getBoundingClientRect()
        return (
          left < 0 || right > wide + 0.5 || (box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
        )
      })
      return out.map(box => box.outerHTML.slice(0, 80))
    })
  }

  test('says its language', async () => {
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe(language)
    expect(await popup.title()).toBe('Luwte')
  })

  // Opened, and in each scheme, axe looks at it together with the other pages.
  test('has no fault that axe finds', async () => {
    expect(await faultsOf(popup)).toEqual([])
  })

  test('has controls that are the browser its own in forced colours', async () => {
    await popup.emulateMedia({ forcedColors: 'active' })
    await openDetails()
    const appearance = (role: 'switch' | 'slider') =>
      popup
        .getByRole(role)
        .first()
        .evaluate(control => getComputedStyle(control).appearance)
    expect([await appearance('switch'), await appearance('slider')]).toEqual(['auto', 'auto'])
  })

  test('fits at twice the text size: nothing clipped, no word broken, no scrolling sideways', async () => {
    await openDetails()
    const usual = await popup.getByRole('switch').evaluate(control => control.clientHeight)
    await setTextSize(32)
    expect(await popup.getByRole('switch').evaluate(control => control.clientHeight)).toBe(2 * usual)
    expect(await clipped()).toEqual([])
    const broken = await popup.addStyleTag({ content: 'body { overflow-wrap: normal !important }' })
    expect(await clipped()).toEqual([])
    await broken.evaluate(style => (style as Element).remove())
    expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await faultsOf(popup)).toEqual([])
  })

  test('gives every control a target that a shaking hand can hit', async () => {
    await openDetails()
    const heights = await popup.evaluate(() =>
      Array.from(
        document.querySelectorAll('label:has(input), summary, button, [type="range"], [role="switch"]'),
        control => [control.textContent || control.id, control.getBoundingClientRect().height],
      ),
    )
    expect(heights.length).toBeGreaterThan(15)
    expect(heights.filter(([, height]) => Number(height) < 32)).toEqual([])
  })

  test('is still: what a control shows is there at once and stays', async () => {
    for (const control of [popup.getByRole('switch'), popup.getByText(detailsName)]) {
      const moving = await control.evaluate(async control => {
        ;(control as HTMLElement).click()
        await new Promise(requestAnimationFrame)
        await new Promise(requestAnimationFrame)
        return document.getAnimations().length
      })
      expect(moving).toBe(0)
      const atOnce = await luwte.picture(popup)
      expect(differingShare(atOnce, await luwte.settle(popup))).toBe(0)
    }
  })

  test('is dark from its first frame on, and does not grow when the controls come', async () => {
    await standIn(popup, { answers: 'never' })
    await popup.reload()
    await popup.getByRole('status').waitFor({ state: 'attached' })
    const height = () => popup.evaluate(() => Math.min(document.body.offsetHeight, 600))
    const before = await height()
    await standIn(popup, {})
    const cast = await startScreencast(popup)
    await popup.reload()
    await popup.getByRole('switch').waitFor()
    await luwte.settle(popup)
    expect(brightestLuminance(await cast.stop())).toBeLessThan(0.1)
    expect(await height()).toBe(before)
  })
})
