import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articlePage } from './harness/articles'
import { faultsOf } from './harness/axe'
import { COLOURS } from './harness/axe-rules'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { lookAround } from './harness/looks-in-page'
import { hasten } from './harness/nudges'
import { NOT_BY_THEMSELVES, OWN_LOOKS, SURFACES, type Surface } from './harness/own-pages'
import { drivePacing, type PacingDriver } from './harness/pacing'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: ChromiumWithLuwte
let pacing: PacingDriver
let tabId: number

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
  const article = await luwte.newPage(site.onHost(site.page(articlePage('en', 5)), 'site-a.test'))
  tabId = await luwte.tabId(article)
  pacing = drivePacing(await luwte.openExtensionPage('sample.html'), tabId)
  await pacing.ask('diary.keep', { on: true })
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const SCHEMES = ['dark', 'light', 'forced'] as const

/** Opens a surface with all that is folded away, for a person who reads that language. */
async function open({ path, whole, size }: Surface, language: string): Promise<Page> {
  const page = await luwte.newPage()
  if (size) await page.setViewportSize(size)
  await page.addInitScript(language => {
    Object.defineProperty(navigator, 'languages', { get: () => [language] })
    // Axe sees into no closed root.
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (init) {
      return attach.call(this, { ...init, mode: 'open' })
    }
  }, language)
  await hasten(page, 40)
  await page.goto(`chrome-extension://${luwte.extensionId}/${path.endsWith('=') ? path + tabId : path}`)
  await page.locator(whole).first().waitFor({ state: 'attached' })
  await page.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true
    await Promise.all(document.getAnimations().map(({ finished }) => finished))
  })
  return page
}

async function show(page: Page, scheme: (typeof SCHEMES)[number]): Promise<void> {
  await page.evaluate(scheme => {
    document.documentElement.dataset.scheme = scheme
    // The reader has colours of its own.
    document.documentElement.dataset.theme = scheme === 'dark' ? 'dark' : 'paper'
  }, scheme)
  await page.emulateMedia({ forcedColors: scheme === 'forced' ? 'active' : 'none' })
}

async function looksAsItSays(page: Page, surface: Surface): Promise<void> {
  for (const [name, selector, property, value] of OWN_LOOKS) {
    if (name !== surface.name) continue
    const shown = page.locator(selector).first()
    const is = await shown.evaluate((shown, name) => getComputedStyle(shown).getPropertyValue(name), property)
    expect(is, `${selector} ${property}`).toBe(value)
  }
}

test('no page that is built is forgotten', async () => {
  const built = await readdir(resolve(import.meta.dirname, '../../.output/chrome-mv3-e2e'))
  const known = new Set([...SURFACES.map(({ path }) => path.replace(/[?#].*/, '')), ...NOT_BY_THEMSELVES])
  expect(built.filter(file => file.endsWith('.html')).sort()).toEqual([...known].sort())
})

describe.each(['en', 'nl'])('in %s', language => {
  beforeAll(async () => {
    // What stands on the rest page is said by the background.
    await (await luwte.worker()).evaluate(language => {
      Object.defineProperty(navigator, 'languages', { configurable: true, get: () => [language] })
    }, language)
  })

  test.each(SURFACES)(
    '$name: looks as its own sheet says, axe finds nothing in any colours, edges and focus are seen, and it fits',
    async surface => {
      if (surface.rests) await pacing.press('rest')
      const page = await open(surface, language)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
      await looksAsItSays(page, surface)
      for (const scheme of SCHEMES) {
        await show(page, scheme)
        // Every rule once; in other colours the rules on colours again.
        expect(await faultsOf(page, scheme === 'dark' ? undefined : COLOURS), scheme).toEqual([])
        await page.keyboard.press('Tab')
        const { edgeless, ringless } = await page.evaluate(lookAround)
        expect(
          edgeless.filter(control => !surface.edgeless?.test(control)),
          scheme,
        ).toEqual([])
        expect(ringless, scheme).toEqual([])
      }
      // As 1,280 pixels at 400 %.
      await page.setViewportSize({ width: 320, height: 256 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      await page.close()
      if (surface.rests) await pacing.press('stop')
    },
  )
})
