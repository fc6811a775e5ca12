import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's own pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

const CALM = 'site-a.test'

let site: Site
let luwte: FirefoxWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ viewport: { width: 480, height: 320 } })])
  const page = await luwte.newPage(site.onHost(site.page('<!doctype html>'), CALM))
  await switchCalm(page)
  await page.close()
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const open = (host: string, path: string): Promise<Page> => luwte.newPage(site.onHost(site.url(path), host))

/** Turns calm mode on as the popup would. */
async function switchCalm(page: Page): Promise<void> {
  const message = { name: 'calm.switch', payload: { tabId: await luwte.tabId(page), on: true } }
  const own = await luwte.openExtensionPage('popup.html')
  await own.evaluate(message => browser.runtime.sendMessage(message), message)
  await own.close()
  await page.bringToFront()
}

test('a page that looks at who calls it sees nobody', async () => {
  const titles: string[] = []
  for (const host of ['spare-0.test', CALM]) {
    const page = await open(host, '/page-world/stacks.html')
    await expect.poll(() => page.title()).not.toBe('waits')
    titles.push(await page.title())
    await page.close()
  }
  expect(titles[1]).toBe(titles[0])
})
