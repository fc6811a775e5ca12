import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { turnCalmOn } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { differences, LOOK } from './harness/hostile-pages'
import { residualMotion } from './harness/residual-motion'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's own pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const CALM = 'site-a.test'

let site: Site
let luwte: ChromiumWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ viewport: { width: 480, height: 320 } })])
  const page = await open('spare-0.test', '/demo/index.html')
  await page.goto(site.onHost(site.page('<!doctype html>'), CALM))
  await turnCalmOn(luwte, page)
  await page.close()
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const open = (host: string, path: string): Promise<Page> => luwte.newPage(site.onHost(site.url(path), host))

/** Turns calm mode on as the popup would, and asks nothing of a page whose own functions may do anything. */
async function switchCalm(page: Page): Promise<void> {
  const message = { name: 'calm.switch', payload: { tabId: await luwte.tabId(page), on: true } }
  const own = await luwte.openExtensionPage('popup.html')
  await own.evaluate(message => chrome.runtime.sendMessage(message), message)
  await own.close()
  await page.bringToFront()
}

const motionOf = (page: Page) => residualMotion(() => page.screenshot({ animations: 'allow' }))

test('a page sees its browser as it is without calm mode', async () => {
  const [off, on] = await Promise.all([
    open('spare-0.test', '/page-world/look.html'),
    open(CALM, '/page-world/look.html'),
  ])
  const without = (await off.evaluate(LOOK)) as string[]
  expect(without.length).toBeGreaterThan(10_000)
  expect(differences(without, (await on.evaluate(LOOK)) as string[])).toEqual([])
  await Promise.all([off.close(), on.close()])
})

test('a page that looks at who calls it sees nobody', async () => {
  const [off, on] = await Promise.all([
    open('spare-0.test', '/page-world/stacks.html'),
    open(CALM, '/page-world/stacks.html'),
  ])
  for (const page of [off, on]) await page.waitForFunction(() => document.title !== 'waits')
  expect(await on.title()).toBe(await off.title())
  await Promise.all([off.close(), on.close()])
})

describe.each(['', '?throws'])('a page that has changed what scripts use%s', how => {
  const path = `/page-world/hostile.html${how}`

  test('is still and has learned nothing, where calm mode was there first', async () => {
    const page = await open(CALM, path)
    await expect.poll(() => motionOf(page), { timeout: 15_000 }).toBe(0)
    expect(await page.title()).toBe('quiet')
    await page.close()
  })

  test('is still, and has heard and seen nothing of an extension, where it was there first', async () => {
    const host = how ? 'spare-1.test' : 'spare-2.test'
    const errors: Error[] = []
    const page = await open(host, path)
    page.on('pageerror', error => errors.push(error))
    expect(await motionOf(page)).toBeGreaterThan(0)
    await switchCalm(page)
    await expect.poll(() => motionOf(page), { timeout: 15_000 }).toBe(0)
    expect(await page.title()).not.toMatch(/heard|extension/)
    expect(errors).toEqual([])
    await page.close()
  })
})
