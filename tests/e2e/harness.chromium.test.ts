import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { differingShare, meanLuminance } from './harness/pixels'
import { brightestLuminance, startScreencast } from './harness/screencast'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's worker and pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

let site: Site
let luwte: ChromiumWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const filled = (colour: string) =>
  `<!doctype html><title>${colour}</title><body style="background:${colour}">`

test('loads the extension with a background that answers', async () => {
  const worker = await luwte.worker()
  expect(await worker.evaluate(() => location.host)).toBe(luwte.extensionId)
})

test('wakes the background after it was stopped, without its memory', async () => {
  const worker = await luwte.worker()
  await worker.evaluate(() => Object.assign(globalThis, { kept: true }))
  await luwte.stopWorker()
  const woken = await luwte.worker()
  expect(await woken.evaluate(() => 'kept' in globalThis)).toBe(false)
})

test('opens the popup for a page, which stays the visible tab', async () => {
  const page = await luwte.newPage(site.page(filled('white')))
  const id = await luwte.tabId(page)
  await luwte.newPage(site.page(filled('black')))
  const popup = await luwte.openPopupFor(page)
  expect(popup.url()).toBe(`chrome-extension://${luwte.extensionId}/popup.html?tab=${id}`)
  // Asked of the browser: Playwright has every page believe that it is visible.
  const active = await popup.evaluate(id => chrome.tabs.get(id).then(tab => tab.active), id)
  expect(active).toBe(true)
  await popup.close()
})

test('serves both origins and the named hosts, and counts what is asked for', async () => {
  const url = site.page('<!doctype html><h1>Here</h1>')
  const page = await luwte.newPage()
  for (const address of [url, site.onOtherOrigin(url), site.onHost(url, 'sub.site-a.test')]) {
    await page.goto(address)
    expect(await page.locator('h1').innerText()).toBe('Here')
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
  expect(differingShare(black, black)).toBe(0)
})

test('does not call a moving page still', async () => {
  const page = await luwte.newPage(
    site.page('<style>@keyframes f{to{background:#000}}body{animation:f 1s infinite alternate}</style>'),
  )
  await expect(luwte.settle(page, 500)).rejects.toThrow(/still moves/)
})

test('sees one white frame between dark ones in a screencast', async () => {
  const page = await luwte.newPage(site.page(filled('black')))
  const cast = await startScreencast(page)
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    document.body.style.background = 'white'
    await frame().then(frame)
    document.body.style.background = 'black'
    await frame().then(frame)
  })
  const frames = await cast.stop()
  expect(brightestLuminance(frames.slice(0, 1))).toBe(0)
  expect(brightestLuminance(frames)).toBe(1)
  expect(meanLuminance(frames.at(-1)?.png ?? Buffer.of())).toBe(0)
})
