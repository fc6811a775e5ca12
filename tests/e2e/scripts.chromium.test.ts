import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { residualMotion } from './harness/residual-motion'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's own pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

let site: Site
let luwte: ChromiumWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ viewport: { width: 480, height: 320 } })])
  await ask(await luwte.newPage(site.page('<!doctype html>')), 'calm.switch', { on: true })
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

/** Asks the background as the popup would. */
async function ask(page: Page, name: string, payload: object): Promise<void> {
  const message = { name, payload: { tabId: await luwte.tabId(page), ...payload } }
  const own = await luwte.openExtensionPage('popup.html')
  await own.evaluate(message => chrome.runtime.sendMessage(message), message)
  await own.close()
  await page.bringToFront()
}

async function open(path: string) {
  const errors: Error[] = []
  const page = await luwte.newPage()
  page.on('pageerror', error => errors.push(error))
  await page.goto(site.url(`/${path}.html`))
  return { page, errors }
}

const motionOf = (page: Page) => residualMotion(() => page.screenshot({ animations: 'allow' }))

describe('a page that scripts move', () => {
  test('moves under the hand, rests after, and moves again when calm mode goes', async () => {
    const { page } = await open('corpus/scripts/frames')
    await page.waitForTimeout(1000)
    const left = () => page.evaluate(() => document.getElementById('box')?.style.left)
    const before = await left()
    await page.mouse.click(300, 200)
    await page.waitForFunction(before => document.getElementById('box')?.style.left !== before, before, {
      timeout: 1000,
    })
    await page.waitForTimeout(1500)
    expect(await motionOf(page)).toBe(0)
    await ask(page, 'calm.switch', { on: false })
    expect(await motionOf(page)).toBeGreaterThan(0)
    await ask(page, 'calm.switch', { on: true })
    await page.close()
  })
})

test('what a page throws names no extension', async () => {
  const { page, errors } = await open('corpus/scripts/frames')
  await page.evaluate(() => {
    setTimeout(() => {
      document.title = String(new Error('here').stack)
    })
  })
  await expect.poll(() => page.title()).toContain('here')
  expect(await page.title()).not.toContain('extension')
  expect(errors).toEqual([])
  await page.close()
})

test.each([
  ['holds on where the page has changed what its functions do', 'page-world/polluted'],
  ['tells scripts and sheets that less motion is wanted', 'page-world/reduced-motion'],
])('%s', async (_, path) => {
  const { page, errors } = await open(path)
  // Asked from outside: one of these pages has changed what a page's own functions do.
  await expect.poll(() => page.title(), { timeout: 8000 }).toBe('works')
  expect(errors).toEqual([])
  await page.close()
})
