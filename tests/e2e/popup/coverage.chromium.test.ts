import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LEFTOVERS } from '../../../utils/calm/leftovers'
import { LEVEL_DEFAULTS } from '../../../utils/calm/levels'
import { filterOf, untilDimmed } from '../harness/calm'
import { type ChromiumWithLuwte, launchChromium } from '../harness/chromium'
import { forgetSettings } from '../harness/settings'
import { type Site, startSite } from '../harness/site'
import { standIn } from './stand-in'

const RESTLESS = `<!doctype html><title>Words</title><link rel="icon" href="data:,a">
  <style>@keyframes slide { to { translate: 200px } } p { animation: slide 2s infinite alternate }</style><p>Words
  <script>
    let odd = false
    setInterval(() => {
      odd = !odd
      document.title = odd ? 'Come back' : 'Words'
      document.querySelector('link').href = odd ? 'data:,b' : 'data:,a'
    }, 150)
  </script>`

let site: Site
let luwte: ChromiumWithLuwte
let page: Page
let popup: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

beforeEach(async () => {
  await forgetSettings(luwte)
  page = await luwte.newPage(site.onHost(site.page(RESTLESS), 'site-a.test'))
  popup = await luwte.openPopupFor(page)
  popup.setDefaultTimeout(5000)
  await popup.getByRole('switch').check()
  await untilDimmed(page)
})
afterEach(async () => {
  await popup.close()
  await page.close()
})

const letMove = () => popup.getByRole('checkbox', { name: 'Let this page move', exact: true })
const kind = (name: string) => popup.getByRole('checkbox', { name, includeHidden: true })
const note = () => popup.getByText('What could not be calmed here')
const reload = () => popup.getByRole('button', { name: 'Load the page again, calm' })

const slides = () => page.evaluate(() => document.querySelector('p')?.getAnimations()[0]?.playbackRate === 1)

/** One look at the tab takes as long as several flashes. */
const SOON = { timeout: 10_000 }

/** Whether the title or the icon changes within the time of several flashes. */
const flashes = () =>
  page.evaluate(async () => {
    const signs = () => document.title + document.querySelector('link')?.getAttribute('href')
    const before = signs()
    const end = performance.now() + 700
    while (performance.now() < end) {
      await new Promise(requestAnimationFrame)
      if (signs() !== before) return true
    }
    return false
  })

describe('letting a page move', () => {
  test('gives motion back, leaves the light, and is taken back at once', async () => {
    await expect.poll(slides).toBe(false)
    await letMove().check()
    await expect.poll(slides).toBe(true)
    // The light comes in a fade, which the change of the page's text has begun anew.
    const light = `brightness(${LEVEL_DEFAULTS[2].brightness / 100})`
    await expect.poll(() => filterOf(page), { timeout: 5000 }).toContain(light)
    await popup.reload()
    expect(await letMove().isChecked()).toBe(true)
    await letMove().uncheck()
    await expect.poll(slides).toBe(false)
  })

  test('leaves each kind to be chosen apart', async () => {
    await letMove().check()
    await popup.getByText('What this level does').click()
    await kind('Keep moving things still').check()
    await expect.poll(slides).toBe(false)
    expect(await letMove().isChecked()).toBe(false)
    expect(await kind('Keep video still until you start it').isChecked()).toBe(false)
  })
})

describe('a title that flashes', () => {
  test('is held on its own, and flashes where it is let', async () => {
    await popup.getByText('What this level does').click()
    await kind('Stop slideshows and other things that change by themselves').uncheck()
    await page.reload()
    await untilDimmed(page)
    await expect.poll(flashes, SOON).toBe(false)
    expect(await page.title()).toBe('Words')
    await kind('Hold a title that flashes in the tab').uncheck()
    await expect.poll(flashes, SOON).toBe(true)
    await kind('Stop slideshows and other things that change by themselves').check()
    await page.reload()
    await untilDimmed(page)
    expect([await flashes(), await flashes()]).toEqual([true, true])
  })
})

describe('what could not be calmed', () => {
  test('is not mentioned where all is calm', async () => {
    await page.reload()
    await popup.reload()
    await letMove().waitFor()
    await expect.poll(() => popup.getByRole('status').count()).toBeGreaterThan(1)
    expect(await note().count()).toBe(0)
    expect(await reload().count()).toBe(0)
  })

  test('is said in words, whatever it is, with no fault that axe finds', async () => {
    await standIn(popup, { left: LEFTOVERS })
    await popup.reload()
    await note().waitFor()
    expect(await popup.getByRole('status').getByRole('listitem').count()).toBe(LEFTOVERS.length)
    const { violations } = await new AxeBuilder({ page: popup })
      .setLegacyMode()
      .options({ rules: { 'color-contrast-enhanced': { enabled: true } } })
      .analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  test('offers to load the page again only where that helps, and does so when asked', async () => {
    await standIn(popup, { left: ['frames'] })
    await popup.reload()
    await note().waitFor()
    expect(await reload().count()).toBe(0)
    await standIn(popup, { left: ['scriptsStarted'] })
    await popup.reload()
    await page.evaluate(() => Object.assign(window, { old: true }))
    await reload().click()
    await page.waitForFunction(() => !('old' in window))
  })
})
