import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { PRESETS } from '../../utils/pacing/settings'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { fillSync, makeRoomInSync } from './harness/full-sync'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

const ID = 'luwte@luwte.app'
const PRESET = {
  'calm/level': 4,
  // As a part, with a value in it that is no one's.
  pacing: { pem: true, sound: 'loud', block: PRESETS.veryLow },
}

let site: Site
let luwte: FirefoxWithLuwte
let home: string
let settings: Page

beforeAll(async () => {
  // A home of its own: no other Firefox meets the preset.
  home = await mkdtemp(join(tmpdir(), 'luwte-home-'))
  const folder = join(home, '.mozilla', 'managed-storage')
  await mkdir(folder, { recursive: true })
  const manifest = { name: ID, description: 'A preset', type: 'storage', data: PRESET }
  await writeFile(join(folder, `${ID}.json`), JSON.stringify(manifest))
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ home })])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
  if (home) await rm(home, { recursive: true, force: true })
})

const press = async (page: Page, role: string, name: string) =>
  (await page.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`))?.click()

/** What the settings page shows of what was preset. */
const shown = () =>
  settings.evaluate(() => ({
    level: document.querySelector<HTMLInputElement>('[type=range]')?.value,
    pem: [...document.querySelectorAll('label')]
      .find(label => label.textContent?.includes('(PEM)'))
      ?.querySelector('input')?.checked,
  }))

test('the welcome leads to the page the person came from, calm', async () => {
  const page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'site-a.test'))
  await luwte.tabId(page)
  const welcome = await luwte.openExtensionPage('welcome.html')
  await press(welcome, 'button', 'Go to site-a.test in calm mode')
  const light = () => page.evaluate(() => getComputedStyle(document.documentElement).filter)
  await expect.poll(light, { timeout: 15_000 }).toContain('brightness(0.5)')
})

test('what an organisation has set beforehand is where a person starts, and locks nothing', async () => {
  settings = await luwte.openExtensionPage('options.html')
  await settings.waitForSelector('[type="range"]')
  await expect.poll(shown).toEqual({ level: '4', pem: true })
  await settings.focus('[type="range"]')
  await settings.keyboard.press('ArrowLeft')
  await press(settings, 'checkbox', 'Effort makes me worse later (PEM)')
  await expect.poll(shown).toEqual({ level: '3', pem: false })
  await settings.close()
  settings = await luwte.openExtensionPage('options.html')
  await settings.waitForSelector('[type="range"]')
  await expect.poll(shown).toEqual({ level: '3', pem: false })
  await press(settings, 'button', 'Reset: everything')
  await expect.poll(shown).toEqual({ level: '4', pem: true })
})

test('says so when the browser keeps nothing for other devices, or has no more room, and goes on here', async () => {
  const says = (words: string) => () =>
    settings.evaluate(words => document.body.innerText.includes(words), words)
  const isOff = says('The browser keeps nothing for other devices right now.')
  const isFull = says('The browser has no more room for other devices.')
  const isFine = says('If the browser synchronises add-ons for you')
  const wait = { timeout: 15_000 }
  expect(await isFine()).toBe(true)
  // Firefox itself never refuses: it keeps what it cannot bring to other devices.
  await settings.evaluate(async () => {
    const { sync } = ((await browser.runtime.getBackgroundPage()) as unknown as { browser: ExtensionApi })
      .browser.storage
    const get = sync.get
    Object.assign(globalThis, { giveBack: () => Object.assign(sync, { get }) })
    Object.assign(sync, { get: () => Promise.reject(new Error('not now')) })
  })
  await press(settings, 'checkbox', 'Effort makes me worse later (PEM)')
  await expect.poll(isOff, wait).toBe(true)
  await settings.evaluate(() => void (globalThis as unknown as { giveBack(): void }).giveBack())
  await press(settings, 'checkbox', 'Effort makes me worse later (PEM)')
  await expect.poll(isFine, wait).toBe(true)

  expect(await settings.evaluate(fillSync)).toBe(true)
  await settings.locator('aria/Add a site[role="textbox"]').fill('a-site-of-some-length.example')
  await press(settings, 'button', 'Add')
  await expect.poll(isFull, wait).toBe(true)
  expect(await says('a-site-of-some-length.example')()).toBe(true)
  await settings.evaluate(makeRoomInSync)
  await expect.poll(isFine, wait).toBe(true)
})

test('every key that Luwte asks for is one that the browser gives', async () => {
  const keys = () => settings.$$eval('kbd', keys => keys.map(({ textContent }) => textContent))
  await expect.poll(keys).toEqual(expect.arrayContaining(['Alt+Shift+L', 'Alt+Shift+O', 'Alt+Shift+E']))
})
