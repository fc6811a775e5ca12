import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBareChromium } from './harness/bare'
import { bundleEffects, turnOn } from './harness/effects'
import { type Site, startSite } from './harness/site'
import {
  ALL_SPACING,
  type Box,
  comparisons,
  FORMULA,
  MONOSPACE,
  measure,
  SIZES,
} from './harness/text-fixtures'

const require = createRequire(import.meta.url)

/** Where each icon font is, and the code of its house. */
const ICON_FONTS: [name: string, path: string, house: string][] = [
  ['Font Awesome', require.resolve('@fortawesome/fontawesome-free/webfonts/fa-solid-900.woff2'), 'f015'],
  ['Bootstrap Icons', require.resolve('bootstrap-icons/font/fonts/bootstrap-icons.woff2'), 'f425'],
  ['Material Icons', require.resolve('material-icons/iconfont/material-icons.woff2'), 'e88a'],
]
const MATERIAL_ICONS = require.resolve('material-icons/iconfont/material-icons.woff2')

let site: Site
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBareChromium()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
afterEach(() => page.close())

async function open(body: string): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
  await page.addInitScript(await bundleEffects())
  await page.goto(site.page(`<!doctype html><html lang="en"><meta charset="utf-8">${body}`))
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

const fontFace = async (path: string) =>
  `@font-face{font-family:icons;src:url(data:font/woff2;base64,${await readFile(path, 'base64')})}`

test.each([120, 150, 200, 300])('text of every unit is %i % of its size, nested or not', async size => {
  await open(SIZES)
  const before = await measure(page)
  await turnOn(page, 'text', { textSize: size })
  const growth = comparisons(before, await measure(page), 'width')
  expect(Object.keys(growth)).toHaveLength(11)
  for (const [id, ratio] of Object.entries(growth)) expect(ratio, id).toBeCloseTo(size / 100, 1)
})

test('text that comes later is as large', async () => {
  await open(SIZES)
  const before = await measure(page)
  await turnOn(page, 'text', { textSize: 150 })
  await page.evaluate(() => {
    const late = document.createElement('b')
    late.id = 'late'
    late.style.font = '14px serif'
    late.textContent = document.querySelector('#px')?.textContent ?? ''
    document.body.append(late)
  })
  const { late } = await measure(page)
  expect(late?.width).toBeCloseTo((before.px?.width ?? 0) * 1.5, 0)
})

test.each(['open', 'closed'] as const)('reaches text in %s shadow roots', async mode => {
  await open('<div id="host"></div>')
  const width = await page.evaluate(mode => {
    const root = document.querySelector('#host')?.attachShadow({ mode })
    if (!root) throw new Error('no root')
    root.innerHTML = '<span style="font:16px serif">In the shade</span>'
    Object.assign(globalThis, { shade: root.firstElementChild })
    return root.firstElementChild?.getBoundingClientRect().width
  }, mode)
  await turnOn(page, 'text', { textSize: 200 })
  const larger = await page.evaluate('shade.getBoundingClientRect().width')
  expect(larger).toBeCloseTo((width ?? 0) * 2, 0)
})

test.each(ICON_FONTS)('a glyph of %s grows as text does', async (_, path, house) => {
  await open(`<style>${await fontFace(path)} i::before{font:24px/1 icons;content:"\\${house}"}
    b{display:inline-block;font:24px/1 icons}</style><i id="before"></i><b id="glyph">&#x${house};</b>`)
  const before = await measure(page)
  await turnOn(page, 'text', { textSize: 150 })
  const growth = comparisons(before, await measure(page), 'width')
  expect(before.glyph?.width).toBeGreaterThanOrEqual(24)
  expect(growth.glyph).toBeCloseTo(1.5, 1)
  expect([1, 1.5]).toContain(Number(growth.before?.toFixed(1)))
})

test('the name of an icon stays one glyph, and grows with its box', async () => {
  await open(`<style>${await fontFace(MATERIAL_ICONS)}
    .material-icons{font:24px/1 icons;display:inline-block;width:24px;overflow:hidden}.my-icon{font:24px/1 icons}</style>
    <span id="known" class="material-icons">home</span><span id="unknown" class="my-icon">home</span>`)
  await turnOn(page, 'text', { textSize: 150, ...ALL_SPACING })
  const after = await measure(page)
  expect(after.known?.width).toBe(36)
  expect(after.unknown?.width).toBe(36)
})

test('formulas grow as a whole', async () => {
  const css = await readFile(require.resolve('katex/dist/katex.min.css'), 'utf8')
  await open(`<style>${css}</style>${FORMULA}`)
  const before = await measure(page)
  await turnOn(page, 'text', { textSize: 200, ...ALL_SPACING })
  const after = await measure(page)
  for (const id of ['katex', 'mathml']) {
    expect((after[id]?.width ?? 0) / (before[id]?.width ?? 1), id).toBeCloseTo(2, 1)
    expect((after[id]?.height ?? 0) / (before[id]?.height ?? 1), id).toBeCloseTo(2, 0)
  }
})

test('columns of code still line up', async () => {
  await open(MONOSPACE)
  await turnOn(page, 'text', { textSize: 150, ...ALL_SPACING })
  const { a, b, c } = await measure(page)
  expect(b?.left).toBeCloseTo(a?.left ?? 0, 1)
  expect(c?.left).toBeCloseTo(a?.left ?? 0, 1)
})

test('drawings keep their text', async () => {
  await open('<svg width="200" height="40"><text id="drawn" y="20" font-size="16">In a drawing</text></svg>')
  const before = await measure(page)
  await turnOn(page, 'text', { textSize: 200, ...ALL_SPACING })
  expect(await measure(page)).toEqual(before)
})

test.each([150, 300])('at %i % low controls are as high as their text', async textSize => {
  await open(`<style>input,select,button{height:20px;font-size:14px;padding:6px;box-sizing:border-box}</style>
    <input id="input" value="gyp"><select id="select"><option>gyp</select><button id="button">gyp</button>`)
  await turnOn(page, 'text', { textSize })
  for (const [id, box] of Object.entries(await measure(page)) as [string, Box][]) {
    expect(box.height, id).toBeGreaterThanOrEqual(14 * 1.2 * (textSize / 100))
  }
})

test('spacing is measured against the visible size', async () => {
  await open('<p id="text" style="font:16px/1 serif">Words <b>here</b></p><p>Next</p>')
  await turnOn(page, 'text', { textSize: 150, ...ALL_SPACING })
  const style = await page.evaluate(() => {
    const text = document.querySelector('#text')
    if (!text) throw new Error('no text')
    const { lineHeight, letterSpacing, wordSpacing, marginBlockEnd } = getComputedStyle(text)
    return [lineHeight, letterSpacing, wordSpacing, marginBlockEnd].map(Number.parseFloat)
  })
  // 24 px are seen: 1.5, 0.12, 0.16 and 2 times that.
  expect(style.map(value => Number(value.toFixed(2)))).toEqual([36, 2.88, 3.84, 48])
})

test('joined scripts are not pulled apart', async () => {
  await open('<p id="hi" lang="hi">नमस्ते</p><p id="ar" lang="ar-EG">مرحبا</p><p id="en">hello</p>')
  await turnOn(page, 'text', ALL_SPACING)
  const spacing = (id: string) => page.locator(id).evaluate(node => getComputedStyle(node).letterSpacing)
  expect(await spacing('#hi')).toBe('normal')
  expect(await spacing('#ar')).toBe('normal')
  expect(await spacing('#en')).not.toBe('normal')
})

test('a long word does not make the page wider', async () => {
  await open(`<p style="font-size:40px">${'Donaudampfschiff'.repeat(4)}</p>`)
  await turnOn(page, 'text', { textSize: 300 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1000)
})

test('what a person edits is left as it is', async () => {
  await open('<div contenteditable><p style="font-size:14px">Mine</p></div><textarea>Mine</textarea>')
  const html = await page.evaluate(() => document.documentElement.outerHTML)
  await turnOn(page, 'text', { textSize: 200, ...ALL_SPACING })
  await page.locator('div').pressSequentially('Yes ')
  expect(await page.locator('div').innerHTML()).toBe('<p style="font-size:14px">Yes Mine</p>')
  await page.evaluate(() => {
    const text = document.querySelector('p')
    if (text) text.textContent = 'Mine'
  })
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html)
})

test('print stays the page’s own', async () => {
  await open(SIZES)
  await page.emulateMedia({ media: 'print' })
  const before = await measure(page)
  await turnOn(page, 'text', { textSize: 200, ...ALL_SPACING })
  expect(await measure(page)).toEqual(before)
})
