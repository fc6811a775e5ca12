import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articlePage } from './harness/articles'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { drivePacing } from './harness/pacing'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: ChromiumWithLuwte
let tabId: number

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
  const article = await luwte.newPage(site.onHost(site.page(articlePage('en', 5)), 'site-a.test'))
  tabId = await luwte.tabId(article)
  const own = await luwte.openExtensionPage('sample.html')
  await drivePacing(own, tabId).ask('diary.keep', { on: true })
  await own.close()
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

/**
 * Luwte's own pages: the address, and what is there once it is whole. The settings have a test of their own. The
 * sample is looked at where it stands, in the welcome.
 */
const PAGES: readonly (readonly [name: string, path: string, whole: string])[] = [
  ['popup', 'popup.html?tab=', 'details fieldset'],
  ['welcome', 'welcome.html', '[type=range]'],
  ['diary', 'diary.html', 'main button'],
  ['days', 'diary.html#days', 'main button'],
  ['summary', 'diary.html#summary', 'main [type=checkbox]'],
  ['reader', 'reader.html?tab=', '.article > div'],
]

/** Every rule once; in other colours the rules on colours again. */
const EVERY_RULE = { rules: { 'color-contrast-enhanced': { enabled: true } } }
const COLOURS = { runOnly: ['color-contrast', 'color-contrast-enhanced'] }

async function faults(page: Page, options: typeof EVERY_RULE | typeof COLOURS): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(options).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
}

describe.each(['en', 'nl'])('in %s', language => {
  test.each(PAGES)('the %s has no fault that axe finds, in any colours', async (_, path, whole) => {
    const page = await luwte.newPage()
    await page.addInitScript(language => {
      Object.defineProperty(navigator, 'languages', { get: () => [language] })
    }, language)
    const own = path.endsWith('=') ? path + tabId : path
    await page.goto(`chrome-extension://${luwte.extensionId}/${own}`)
    await page.locator(whole).first().waitFor({ state: 'attached' })
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await faults(page, EVERY_RULE)).toEqual([])
    await page.evaluate(() => {
      document.documentElement.dataset.scheme = 'light'
    })
    expect(await faults(page, COLOURS)).toEqual([])
    if (language === 'en') {
      await page.emulateMedia({ forcedColors: 'active' })
      expect(await faults(page, COLOURS)).toEqual([])
    }
    await page.close()
  })
})
