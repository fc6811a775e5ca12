import type { Browser, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBareFirefox } from './harness/bare'
import { bundleEffects, turnOn } from './harness/effects'
import { type Site, startSite } from './harness/site'
import { ALL_SPACING, type Box, comparisons, MONOSPACE, measure, SIZES } from './harness/text-fixtures'

let site: Site
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBareFirefox()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
afterEach(() => page.close())

async function open(body: string): Promise<void> {
  page = await browser.newPage()
  await page.evaluateOnNewDocument(await bundleEffects())
  await page.goto(site.page(`<!doctype html><html lang="en"><meta charset="utf-8">${body}`))
}

test.each([120, 150, 200, 300])('text of every unit is %i % of its size, nested or not', async size => {
  await open(SIZES)
  const before = await measure(page)
  await turnOn(page, 'text', { textSize: size })
  const growth = comparisons(before, await measure(page), 'width')
  expect(Object.keys(growth)).toHaveLength(11)
  for (const [id, ratio] of Object.entries(growth)) expect(ratio, id).toBeCloseTo(size / 100, 1)
})

test('turning it off gives every size back', async () => {
  await open(SIZES)
  const before = await measure(page)
  const turnOff = await turnOn(page, 'text', { textSize: 200, ...ALL_SPACING })
  expect(await measure(page)).not.toEqual(before)
  await turnOff()
  expect(await measure(page)).toEqual(before)
})

test('columns of code still line up', async () => {
  await open(MONOSPACE)
  await turnOn(page, 'text', { textSize: 150, ...ALL_SPACING })
  const { a, b, c } = await measure(page)
  expect(b?.left).toBeCloseTo(a?.left ?? 0, 1)
  expect(c?.left).toBeCloseTo(a?.left ?? 0, 1)
})

test.each([150, 300])('at %i % low controls are as high as their text', async textSize => {
  await open(`<style>input,select,button{height:20px;font-size:14px;padding:6px;box-sizing:border-box}</style>
    <input id="input" value="gyp"><select id="select"><option>gyp</select><button id="button">gyp</button>`)
  await turnOn(page, 'text', { textSize })
  for (const [id, box] of Object.entries(await measure(page)) as [string, Box][]) {
    expect(box.height, id).toBeGreaterThanOrEqual(14 * 1.2 * (textSize / 100))
  }
})
