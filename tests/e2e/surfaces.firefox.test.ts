import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articlePage } from './harness/articles'
import { axeFaults } from './harness/axe-firefox'
import { COLOURS } from './harness/axe-rules'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { lookAround } from './harness/looks-in-page'
import { OWN_LOOKS, SURFACES, type Surface } from './harness/own-pages'
import { drivePacing } from './harness/pacing'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: FirefoxWithLuwte
let tabId: number

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ locale: 'nl' })])
  tabId = await luwte.tabId(await luwte.newPage(site.onHost(site.page(articlePage('en', 5)), 'site-a.test')))
  const own = await luwte.openExtensionPage('sample.html')
  await pacingFrom(own).ask('diary.keep', { on: true })
  await own.close()
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

function pacingFrom(own: Page) {
  const evaluate = <A, R>(run: (given: A) => R | Promise<R>, given: A) =>
    own.evaluate(run as never, given) as Promise<R>
  return drivePacing({ evaluate }, tabId)
}

/** Opens a page with all that is folded away, as wide as a small telephone. */
async function open({ path, whole }: Surface): Promise<Page> {
  const page = await luwte.openExtensionPage(path.endsWith('=') ? path + tabId : path)
  await page.waitForSelector(whole)
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  return page
}

/** What a page stands on and is written in. In light, the browser's own choice of light has to look as that of the person. */
const GROUNDS = {
  dark: ['rgb(21, 25, 27)', 'rgb(220, 216, 207)'],
  light: ['rgb(230, 227, 218)', 'rgb(36, 40, 42)'],
  browser: ['rgb(230, 227, 218)', 'rgb(36, 40, 42)'],
} as const

/** The rest is in a closed root, which nothing here sees into: its light is measured where it comes. */
const OPEN = SURFACES.filter(({ rests }) => !rests)

describe.each(OPEN)('$name', surface => {
  let page: Page
  beforeAll(async () => {
    page = await open(surface)
  })
  afterAll(() => page?.close())

  test('looks as its own sheet says, and in each scheme words, edges and focus are seen', async () => {
    for (const [name, selector, property, value] of OWN_LOOKS) {
      if (name !== surface.name) continue
      const is = await page.$eval(
        selector,
        (shown, property) => getComputedStyle(shown).getPropertyValue(property),
        property,
      )
      expect(is, `${selector} ${property}`).toBe(value)
    }
    for (const scheme of ['dark', 'light', 'browser'] as const) {
      const colours = await page.evaluate(scheme => {
        document.documentElement.dataset.scheme = scheme
        // The reader has colours of its own.
        document.documentElement.dataset.theme = scheme === 'dark' ? 'dark' : 'paper'
        const { backgroundColor, color } = getComputedStyle(document.documentElement)
        return [backgroundColor, color]
      }, scheme)
      if (surface.name !== 'reader') expect(colours).toEqual(GROUNDS[scheme])
      if (scheme === 'browser') continue
      expect(await axeFaults(page, COLOURS), scheme).toEqual([])
      await looksWhole(page, surface)
    }
  })

  test('in forced colours all of it is in those of the system', async () => {
    await luwte.forceColours(true)
    try {
      await page.waitForFunction(() => matchMedia('(forced-colors: active)').matches)
      const ground = await page.evaluate(() => {
        const probe = document.createElement('p')
        probe.style.backgroundColor = 'Canvas'
        document.body.append(probe)
        const { backgroundColor } = getComputedStyle(probe)
        probe.remove()
        return [getComputedStyle(document.documentElement).backgroundColor, backgroundColor]
      })
      expect(ground[0]).toBe(ground[1])
      await looksWhole(page, surface)
    } finally {
      await luwte.forceColours(false)
    }
  })
})

async function looksWhole(page: Page, surface: Surface): Promise<void> {
  // From the first one on: from the last, the key leads out of the page.
  await page.evaluate(() => document.querySelector<HTMLElement>('button, input, summary, a[href]')?.focus())
  await page.keyboard.press('Tab')
  const { edgeless, ringless, controls } = await page.evaluate(lookAround)
  expect(controls).toBeGreaterThan(0)
  expect(edgeless.filter(control => !surface.edgeless?.test(control))).toEqual([])
  expect(ringless).toEqual([])
}
