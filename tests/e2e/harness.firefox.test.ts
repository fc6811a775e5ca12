import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { differingShare, meanLuminance } from './harness/pixels'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: FirefoxWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox()])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const filled = (colour: string) =>
  `<!doctype html><title>${colour}</title><body style="background:${colour}">`

test('stops and wakes the background', async () => {
  expect(await luwte.backgroundState()).toBe('running')
  await luwte.stopBackground()
  expect(await luwte.backgroundState()).toBe('stopped')
})

test('opens the popup for a page, which stays the visible tab', async () => {
  const page = await luwte.newPage(site.page(filled('white')))
  const id = await luwte.tabId(page)
  const other = await luwte.newPage(site.page(filled('black')))
  expect(await luwte.tabId(other)).not.toBe(id)
  const popup = await luwte.openPopupFor(page)
  // Puppeteer's own url() stays at about:blank for an extension's page.
  expect(await popup.evaluate(() => location.href)).toBe(`${luwte.extensionOrigin}/popup.html?tab=${id}`)
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible')
  await popup.close()
})

test('serves both origins and the named hosts, and counts what is asked for', async () => {
  const url = site.page('<!doctype html><h1>Here</h1>')
  const page = await luwte.newPage()
  for (const address of [url, site.onOtherOrigin(url), site.onHost(url, 'sub.site-a.test')]) {
    await page.goto(address)
    expect(await page.$eval('h1', heading => heading.textContent)).toBe('Here')
    expect(page.url()).toBe(address)
  }
  expect(site.requests(url)).toBe(3)
})

test('measures white as 1, black as 0, and all of one as unlike the other', async () => {
  const page = await luwte.newPage(site.page(filled('white')))
  const white = await luwte.settle(page)
  await page.goto(site.page(filled('black')))
  const black = await luwte.settle(page)
  expect(meanLuminance(white)).toBe(1)
  expect(meanLuminance(black)).toBe(0)
  expect(differingShare(white, black)).toBe(1)
})
