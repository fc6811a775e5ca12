import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { filterOf, turnCalmOff, turnCalmOn, untilBare, untilDimmed } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { forgetSettings } from './harness/settings'
import { type Site, startSite } from './harness/site'

/** Exists inside the service worker, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

let luwte: ChromiumWithLuwte
let site: Site
let url: string

const PAGE = `<!doctype html><title>A page</title><p>Words.</p>
<script>globalThis.early = getComputedStyle(document.documentElement).filter</script>`

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
  url = site.page(PAGE)
})

afterAll(() => Promise.all([luwte.close(), site.close()]))

afterEach(async () => {
  await forgetSettings(luwte)
  await expect.poll(registered).toEqual([])
  for (const page of luwte.context.pages().slice(1)) await page.close()
})

async function registered(): Promise<string[]> {
  const worker = await luwte.worker()
  return worker.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
  )
}

const on = (host: Parameters<Site['onHost']>[1]) => luwte.newPage(site.onHost(url, host))

test('a fresh Luwte registers nothing and leaves pages alone', async () => {
  const page = await on('site-a.test')
  expect(await registered()).toEqual([])
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
  const worker = await luwte.worker()
  expect(await worker.evaluate(() => chrome.runtime.getManifest().content_scripts)).toBeUndefined()
})

test('this site: open pages and its sub-domains become calm, other sites stay', async () => {
  const [page, sub, other] = [await on('site-a.test'), await on('sub.site-a.test'), await on('site-b.test')]
  await turnCalmOn(luwte, page)
  await untilDimmed(sub)
  expect(await filterOf(other)).toBe('none')
  await other.reload()
  expect(await filterOf(other)).toBe('none')
})

test('a page is calm before its first script, after a restart of the background as well', async () => {
  const page = await on('site-a.test')
  await turnCalmOn(luwte, page)
  await luwte.stopWorker()
  await page.reload()
  expect(await page.evaluate('early')).toBe(await filterOf(page))
  expect(await page.evaluate('early')).not.toBe('none')
})

test('off gives every open page of the site back', async () => {
  const [page, sub] = [await on('site-a.test'), await on('sub.site-a.test')]
  await turnCalmOn(luwte, page)
  await untilDimmed(sub)
  await turnCalmOff(luwte, page)
  await untilBare(sub)
  expect(await registered()).toEqual([])
})

test('everywhere: every site, with an exception for one', async () => {
  const [page, other] = [await on('site-a.test'), await on('site-b.test')]
  const popup = await luwte.openPopupFor(page)
  await popup.getByRole('switch', { name: 'Calm mode' }).check()
  await popup.getByRole('radio', { name: 'Everywhere' }).check()
  await Promise.all([untilDimmed(page), untilDimmed(other)])
  await popup.getByRole('switch', { name: 'Calm mode' }).uncheck()
  await untilBare(page)
  await page.reload()
  expect(await page.evaluate('early')).toBe('none')
  await other.reload()
  expect(await other.evaluate('early')).not.toBe('none')
})

test('a sub-domain can be set apart', async () => {
  const [page, sub] = [await on('site-a.test'), await on('sub.site-a.test')]
  await turnCalmOn(luwte, page)
  await untilDimmed(sub)
  const popup = await luwte.openPopupFor(sub)
  await popup.getByText('What this level does').click()
  await popup.getByRole('checkbox', { name: /sub\.site-a\.test/ }).check()
  await popup.getByRole('switch', { name: 'Calm mode' }).uncheck()
  await untilBare(sub)
  expect(await filterOf(page)).not.toBe('none')
  await sub.reload()
  expect(await sub.evaluate('early')).toBe('none')
})

test('frames follow the page they stand in, whatever their own site', async () => {
  const frame = site.page('<p style="font-size:16px">In a frame</p>')
  const outer = site.page(`<iframe src="${site.onHost(frame, 'site-b.test')}"></iframe>`)
  const page = await luwte.newPage(site.onHost(outer, 'site-a.test'))
  const sheets = () => page.frames()[1]?.evaluate(() => document.adoptedStyleSheets.length)
  await turnCalmOn(luwte, page)
  await expect.poll(sheets).toBeGreaterThan(0)
  await page.reload()
  await expect.poll(sheets).toBeGreaterThan(0)
  await turnCalmOff(luwte, page)
  await expect.poll(sheets).toBe(0)

  const alone = await luwte.newPage(site.onHost(frame, 'site-b.test'))
  await turnCalmOn(luwte, alone)
  await page.reload()
  await page.frames()[1]?.waitForLoadState()
  // The frame's own site is calm, so its script runs there and asks: the answer takes a message to the background.
  await expect.poll(sheets).toBe(0)
  expect(await filterOf(page)).toBe('none')
})

async function shortcut(page: Awaited<ReturnType<typeof on>>, name: string): Promise<void> {
  const tabId = await luwte.tabId(page)
  const worker = await luwte.worker()
  await worker.evaluate(
    ({ name, tabId }) => {
      const { onCommand } = chrome.commands as unknown as {
        onCommand: { dispatch(name: string, tab: object): void }
      }
      onCommand.dispatch(name, { id: tabId })
    },
    { name, tabId },
  )
}

test('keys: calm mode on and off, and back to normal at once until the page is loaded anew', async () => {
  const page = await on('site-a.test')
  await shortcut(page, 'toggleCalm')
  await untilDimmed(page)
  await shortcut(page, 'backToNormal')
  await untilBare(page)
  expect((await registered()).sort()).toEqual(['page:site:site-a.test', 'site:site-a.test'])
  await page.reload()
  await untilDimmed(page)
  await shortcut(page, 'toggleCalm')
  await untilBare(page)
})

test('the icon’s name tells on from off, in each tab', async () => {
  const [page, other] = [await on('site-a.test'), await on('site-b.test')]
  await turnCalmOn(luwte, page)
  const title = async (of: typeof page) => {
    const tabId = await luwte.tabId(of)
    return (await luwte.worker()).evaluate(tabId => chrome.action.getTitle({ tabId }), tabId)
  }
  await expect.poll(() => title(page)).toContain('is on')
  expect(await title(other)).toContain('is off')
  await page.goto(site.onHost(url, 'site-b.test'))
  await expect.poll(() => title(page)).toContain('is off')
})

test('a page of the browser’s own is named as such', async () => {
  const page = await luwte.newPage('chrome://version')
  const popup = await luwte.openPopupFor(page)
  await popup.getByText('The browser keeps this page to itself.').waitFor()
  expect(await popup.getByRole('switch', { name: 'Calm mode' }).isDisabled()).toBe(true)
})

test('settings that another device changed act at once, and damaged ones are kept aside', async () => {
  const page = await on('site-a.test')
  const worker = await luwte.worker()
  await worker.evaluate(() =>
    chrome.storage.sync.set({
      'set:site1': {
        'calm/sites/site-a.test': [Date.now(), { calm: true, level: 3, adjustments: { brightness: 'dark' } }],
      },
    }),
  )
  await untilDimmed(page)
  const kept = await worker.evaluate(() => chrome.storage.local.get('damaged:calm'))
  expect(kept).toMatchObject({
    'damaged:calm': { sites: { 'site-a.test': { adjustments: { brightness: 'dark' } } } },
  })
})
