import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { SurfaceMessage } from '../../utils/nudges/messages'
import type { SurfaceView } from '../../utils/nudges/surface-view'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { VIEWS, WORDS } from './harness/nudge-words'
import { meanLuminance } from './harness/pixels'
import { type Site, startSite } from './harness/site'
import { endFadesIn } from './harness/step-fades'

/** Exists in the extension's own page, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

/** A fade, with room for a slow machine. */
const FADED_MS = 30_000

let site: Site
let luwte: FirefoxWithLuwte
let own: Page
let page: Page
let tabId: number

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox()])
  own = await luwte.openExtensionPage('popup.html')
  await own.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    browser.runtime.onMessage.addListener((message: unknown) => {
      const { name, payload } = message as { name: string; payload: unknown }
      // The background tells Luwte's own pages other things as well.
      if (name === 'pacing.answer' || name === 'pacing.report') heard.push(payload)
      return undefined
    })
  })
})
afterEach(async () => {
  await page?.close()
  await own.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard.splice(0))
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

async function open(body: string, headers: Record<string, string> = {}): Promise<void> {
  page = await luwte.newPage(site.page(`<!doctype html><title>A page</title>${body}`, { headers }))
  tabId = await luwte.tabId(page)
}

async function show(view: SurfaceView | null): Promise<unknown> {
  const message: SurfaceMessage = { name: 'pacing.surface', view, words: WORDS }
  return own.evaluate(
    async (tabId, message) => {
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: ['/nudge.js'] })
      return browser.tabs.sendMessage(tabId, message)
    },
    tabId,
    message,
  )
}

const heard = () => own.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)
/** Ends what fades: how fast that is, is seen elsewhere. */
const endFadesHere = () => own.evaluate(endFadesIn(tabId))
const html = () => page.evaluate(() => document.documentElement.outerHTML)
const focusedId = () => page.evaluate(() => document.activeElement?.id)
const light = async () => meanLuminance(await luwte.picture(page))
const hit = (x: number, y: number) =>
  page.evaluate((x, y) => document.elementFromPoint(x, y)?.localName, x, y)
/** A point of the card that is no button. */
const cardIsThere = () => expect.poll(() => hit(1100, 560), { timeout: 10_000 }).toBe('div')

test('the card stands in its corner over strict policies, reset styles and dialogs, and is answered by key', async () => {
  await open(
    `<style>*{all:unset!important}dialog:not([open]){display:none!important}</style><input id="field"><dialog><button id="in">In</button></dialog>`,
    { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  )
  await page.focus('#field')
  const before = await html()
  expect(await show(VIEWS.nudge)).toBe(true)
  expect(await focusedId()).toBe('field')
  await cardIsThere()
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await cardIsThere()
  expect(await page.evaluate(() => document.querySelector('dialog')?.lastElementChild?.localName)).toBe('div')
  await page.evaluate(() => document.querySelector('dialog')?.close())
  await cardIsThere()
  await page.evaluate(() => document.documentElement.lastElementChild?.remove())
  await cardIsThere()

  // After the last thing of the page: Rest, then Later.
  await page.focus('#field')
  for (let step = 0; step < 2; step++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(heard).toEqual([{ answer: 'later' }])
  expect(await focusedId()).toBe('field')
  expect(await html()).not.toBe(before)
  await endFadesHere()
  await expect.poll(html, { timeout: FADED_MS }).toBe(before)
}, 90_000)

test('a rest grows dark, holds the page, and one key gives everything back', async () => {
  await open(`<input id="field" value="half a sentence">${'<p>Some words to read.</p>'.repeat(200)}`)
  await page.evaluate(() => {
    const field = document.getElementById('field') as HTMLInputElement
    field.focus({ preventScroll: true })
    scrollTo({ top: 700, behavior: 'instant' })
  })
  const before = await html()
  const brightness = await light()
  expect(await show(VIEWS.rest)).toBe(true)
  expect(await light()).toBeGreaterThan(0.8 * brightness)
  await page.mouse.move(300, 300)
  await page.mouse.wheel({ deltaY: 500 })
  await page.keyboard.press('PageDown')
  await endFadesHere()
  await expect.poll(light, { timeout: FADED_MS }).toBeLessThan(0.02)
  expect(await page.evaluate(() => scrollY)).toBe(700)
  await page.keyboard.press('Escape')
  await expect.poll(heard).toEqual([{ answer: 'back' }])
  expect(await focusedId()).toBe('field')
  expect(await light()).toBeLessThan(0.3 * brightness)
  await endFadesHere()
  await expect.poll(html, { timeout: FADED_MS }).toBe(before)
  expect(await page.evaluate(() => scrollY)).toBe(700)
}, 90_000)
