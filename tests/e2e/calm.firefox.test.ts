import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { differingShare, meanLuminance } from './harness/pixels'
import { type Site, startSite } from './harness/site'

const FULL =
  'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;background:#fff'

let luwte: FirefoxWithLuwte
let site: Site

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox()])
})

afterAll(() => Promise.all([luwte.close(), site.close()]))

const open = (html: string, host: Parameters<Site['onHost']>[1]) =>
  luwte.newPage(site.onHost(site.page(`<!doctype html>${html}`), host))

async function press(page: Page, selector: string): Promise<void> {
  const popup = await luwte.openPopupFor(page)
  const control = await popup.waitForSelector(`::-p-aria(${selector})`)
  await control?.click()
  await popup.close()
  await page.bringToFront()
}

const SWITCH = '[name="Calm mode"][role="switch"]'
const filterOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).filter)

test('on and off: dimmed and larger, then as it was, DOM and picture', async () => {
  const page = await open(
    '<body style="background:#fff"><p id=words style="font:16px Arial">Words</p>',
    'site-b.test',
  )
  const tree = await page.evaluate(() => document.documentElement.outerHTML)
  const height = () =>
    page.evaluate(() => document.querySelector('#words')?.getBoundingClientRect().height ?? 0)
  const [before, small] = [await luwte.settle(page), await height()]
  await press(page, SWITCH)
  await page.waitForFunction(() => getComputedStyle(document.documentElement).filter !== 'none')
  await luwte.settle(page)
  expect(meanLuminance(await luwte.settle(page))).toBeLessThan(0.7 * meanLuminance(before))
  expect(await height()).toBeGreaterThan(small * 1.15)
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(tree)
  await press(page, SWITCH)
  await page.waitForFunction(() => document.adoptedStyleSheets.length === 0)
  expect(differingShare(before, await luwte.settle(page))).toBe(0)
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(tree)
  await page.close()
})

test('a page and its dialogs are dimmed once, from before the first script on', async () => {
  const first = await open('<body style="background:#fff"><p>Words', 'site-a.test')
  await press(first, SWITCH)
  await first.waitForFunction(() => getComputedStyle(document.documentElement).filter !== 'none')
  const dimmed = meanLuminance(await luwte.settle(first))
  const page = await open(
    `<dialog style="${FULL}"></dialog><script>
      document.title = getComputedStyle(document.documentElement).filter
      document.querySelector('dialog').showModal()</script>`,
    'site-a.test',
  )
  expect(await page.title()).toBe(await filterOf(first))
  expect(meanLuminance(await luwte.settle(page))).toBeCloseTo(dimmed, 1)
  await first.close()
  await page.close()
})

test('everywhere reaches other sites, and frames follow their page', async () => {
  const frame = site.onHost(site.page('<p>In a frame</p>'), 'site-b.test')
  const page = await open(`<iframe src="${frame}"></iframe>`, 'site-a.test')
  const sheets = () => page.frames()[1]?.evaluate(() => document.adoptedStyleSheets.length)
  await expect.poll(sheets).toBeGreaterThan(0)
  const other = await open('<p>Words', 'site-b.test')
  expect(await filterOf(other)).toBe('none')
  await press(page, '[name="Everywhere"][role="radio"]')
  await other.waitForFunction(() => getComputedStyle(document.documentElement).filter !== 'none')
})

test('calm mode comes back by itself when the background has been stopped', async () => {
  await luwte.stopBackground()
  const page = await open(
    '<script>document.title = getComputedStyle(document.documentElement).filter</script>',
    'site-a.test',
  )
  expect(await page.title()).not.toBe('none')
})
