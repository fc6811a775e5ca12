import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import {
  boxesOf,
  movingFigures,
  movingPictures,
  notAtFirstFrame,
  picturePage,
} from './harness/picture-fixtures'
import { type Site, startSite } from './harness/site'

const SOON = { timeout: 20_000 }

/** What has the size of its picture cannot be painted, nor can what is within a drawing. */
const BEYOND = ['drawing', 'before', 'marker']

let luwte: FirefoxWithLuwte
let site: Site
let other: string

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ viewport: { width: 720, height: 240 } })])
  other = site.onHost(site.origin, 'site-b.test').replace(/\/$/, '')
})

afterAll(() => Promise.all([luwte.close(), site.close()]))

async function pressSwitch(page: Page): Promise<void> {
  const popup = await luwte.openPopupFor(page)
  const control = await popup.waitForSelector('::-p-aria([name="Calm mode"][role="switch"])')
  await control?.click()
  await popup.close()
  await page.bringToFront()
}

const moving = (page: Page) => movingFigures(page, () => luwte.picture(page))

test('every kind rests at its first frame, under a strict policy, and moves again after', async () => {
  const { data: _, ...pictures } = movingPictures(other)
  const policy = `default-src 'none'; img-src 'self' blob: ${other}; object-src 'self' ${other}; connect-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'`
  const unseen = site.page('never shown')
  const hidden = `<p hidden style="background:url(${new URL(unseen).pathname})"></p>`
  const url = site.page(picturePage(pictures) + hidden, { headers: { 'content-security-policy': policy } })
  const page = await luwte.newPage(site.onHost(url, 'site-a.test'))
  const names = Object.keys(pictures)
  await expect.poll(() => moving(page), SOON).toEqual(names)
  const html = () => page.evaluate(() => document.documentElement.outerHTML)
  const [found, boxes, asked] = [await html(), await boxesOf(page), site.totalRequests()]

  await pressSwitch(page)
  await expect.poll(() => moving(page), SOON).toEqual(BEYOND)
  const wrong = await notAtFirstFrame(page, await luwte.picture(page))
  expect(wrong.filter(name => !BEYOND.includes(name))).toEqual([])
  expect(site.totalRequests()).toBe(asked)

  await pressSwitch(page)
  await expect.poll(() => moving(page), SOON).toEqual(names)
  expect([await html(), await boxesOf(page)]).toEqual([found, boxes])
  expect(site.totalRequests()).toBe(asked)
  expect(site.requests(unseen)).toBe(0)
  await page.close()
})
