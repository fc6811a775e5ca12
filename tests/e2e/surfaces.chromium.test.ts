import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articlePage } from './harness/articles'
import { COLOURS, faultsOf } from './harness/axe'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { lookAround } from './harness/looks-in-page'
import { hasten } from './harness/nudges'
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

interface Surface {
  readonly name: string
  /** Its address; after `tab=` comes that of a page with an article. */
  readonly path: string
  /** What is there once it is whole. */
  readonly whole: string
  /** It is there during a rest. */
  readonly rests?: true
  /** Controls that have no edge, and why that is right. */
  readonly edgeless?: RegExp
}

/** Every page of Luwte's own that a person sees, and each view of it. */
const SURFACES: readonly Surface[] = [
  { name: 'popup', path: 'popup.html?tab=', whole: 'details fieldset' },
  { name: 'welcome', path: 'welcome.html', whole: '[type=range]' },
  { name: 'settings', path: 'options.html', whole: '[type=range]' },
  { name: 'diary', path: 'diary.html', whole: 'main button' },
  { name: 'days', path: 'diary.html#days', whole: 'main summary' },
  { name: 'summary', path: 'diary.html#summary', whole: 'main [type=checkbox]' },
  // What leads away from the article stands back behind it.
  { name: 'reader', path: 'reader.html?tab=', whole: '.article > div', edgeless: /^header > button/ },
  // All of it is dark: its edges are seen by who looks for them.
  { name: 'rest', path: 'rest.html', whole: 'dialog button', rests: true, edgeless: /./ },
]
/** The sample stands inside the welcome and the settings, and axe looks at it there. The other plays a sound, unseen. */
const NOT_BY_THEMSELVES = ['sample.html', 'sound.html']

const SCHEMES = ['dark', 'light', 'forced'] as const

/**
 * Where a page's own sheet and the shared ones say different things, its own are to win. In what is built, the sheets do
 * not come in the order of the sources.
 */
const OWN_LOOKS: readonly (readonly [name: string, selector: string, property: string, value: string])[] = [
  ['popup', 'fieldset', 'margin-top', '12px'],
  ['popup', '.number', 'align-items', 'flex-start'],
  ['welcome', 'h1', 'font-size', '28px'],
  ['settings', 'h1', 'font-size', '28px'],
  ['settings', 'h2', 'font-size', '22px'],
  ['settings', 'section', 'margin-top', '48px'],
  ['diary', 'h1', 'font-size', '28px'],
  ['summary', 'h1', 'margin-bottom', '16px'],
  ['reader', '.steps button', 'text-align', 'center'],
  ['reader', '.article h1', 'font-weight', '600'],
]

/** Opens a surface with all that is folded away, for a person who reads that language. */
async function open({ path, whole }: Surface, language: string): Promise<Page> {
  const page = await luwte.newPage()
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
    document.documentElement.dataset.theme = scheme === 'light' ? 'paper' : 'dark'
  }, scheme)
  await page.emulateMedia({ forcedColors: scheme === 'forced' ? 'active' : 'none' })
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
    '$name: axe finds nothing in any colours, edges and focus are seen, and it fits',
    async surface => {
      if (surface.rests) await pacing.press('rest')
      const page = await open(surface, language)
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
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

test.each(SURFACES.filter(({ name }) => OWN_LOOKS.some(([own]) => own === name)))(
  '$name looks as its own sheet says, once it is built',
  async surface => {
    const page = await open(surface, 'en')
    for (const [name, selector, property, value] of OWN_LOOKS) {
      if (name !== surface.name) continue
      const shown = page.locator(selector).first()
      const is = await shown.evaluate(
        (shown, name) => getComputedStyle(shown).getPropertyValue(name),
        property,
      )
      expect(is, `${selector} ${property}`).toBe(value)
    }
    await page.close()
  },
)
