import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { residualMotion } from './harness/residual-motion'
import { type Site, startSite } from './harness/site'

const pages = readdirSync(resolve(import.meta.dirname, '../fixtures/script-motion')).map(file =>
  file.replace(/\.html$/, ''),
)
const MOVING = pages.filter(name => name.startsWith('moves-'))
// The page that changes every prototype breaks what puppeteer itself runs in the page.
const WORKING = pages.filter(name => name.startsWith('works-') && name !== 'works-polluted')

let site: Site
let luwte: FirefoxWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ viewport: { width: 480, height: 320 } })])
  const page = await luwte.newPage(site.page('<!doctype html><p>Words'))
  const popup = await luwte.openPopupFor(page)
  const calm = await popup.waitForSelector('::-p-aria([name="Calm mode"][role="switch"])')
  await calm?.click()
  await page.waitForFunction(() => getComputedStyle(document.documentElement).filter !== 'none')
  await popup.close()
})
afterAll(() => Promise.all([luwte.close(), site.close()]))

describe('a page that scripts move', () => {
  test.each(MOVING)('%s comes to rest', async name => {
    const page = await luwte.newPage(site.url(`/script-motion/${name}.html`))
    await new Promise(done => setTimeout(done, 1500))
    expect(await residualMotion(() => luwte.picture(page))).toBe(0)
    await page.close()
  })
})

describe('a page that has to go on', () => {
  test.each(WORKING)('%s works', async name => {
    const page = await luwte.newPage(site.url(`/script-motion/${name}.html`))
    await page.waitForFunction(() => document.title.startsWith('works'), { timeout: 8000 })
    await page.close()
  })
})
