import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { OwnIdea } from '../../utils/guidance/rest-ideas'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { drivePacing } from './harness/pacing'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

let site: Site
let luwte: FirefoxWithLuwte
let page: Page
let settings: Page
let folder: string

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox()])
  folder = await mkdtemp(join(tmpdir(), 'luwte-file-'))
  page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'site-a.test'))
  settings = await luwte.openExtensionPage('options.html')
  await settings.waitForSelector('[type="range"]')
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
  if (folder) await rm(folder, { recursive: true, force: true })
})

const press = async (role: string, name: string) =>
  (await settings.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`))?.click()
const evaluate = <A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R> =>
  settings.evaluate(run as never, given) as Promise<R>
const says = (words: string) => settings.evaluate(words => document.body.innerText.includes(words), words)
const light = () => page.evaluate(() => getComputedStyle(document.documentElement).filter)
const exported = () =>
  settings.evaluate(() => {
    const href = document.querySelector('a[download]')?.getAttribute('href') ?? ''
    return decodeURIComponent(href.slice(href.indexOf(',') + 1))
  })

async function importFile(text: string): Promise<void> {
  const path = join(folder, 'luwte.json')
  await writeFile(path, text)
  const input = (await settings.waitForSelector('[type="file"]')) as ElementHandle<HTMLInputElement>
  await input.uploadFile(path)
}

test('what is changed acts at once in an open tab, and goes out and in by a file', async () => {
  const start = await exported()
  await press('radio', 'Everywhere')
  await press('checkbox', 'Effort makes me worse later (PEM)')
  await expect.poll(light, { timeout: 15_000 }).toContain('brightness(0.8)')
  await expect.poll(async () => JSON.parse(await exported()).parts.pacing.pem).toBe(true)
  const file = await exported()

  await press('button', 'Reset: everything')
  await expect.poll(light, { timeout: 15_000 }).toBe('none')
  expect(await exported()).toBe(start)

  await importFile(file.replace('"pem": true', '"pem": "yes"'))
  await expect.poll(() => says('cannot be read, at: Effort makes me worse later (PEM).')).toBe(true)
  expect(await exported()).toBe(start)

  await importFile(file)
  await expect.poll(() => says('Calm mode: Everywhere: On')).toBe(true)
  expect(await exported()).toBe(start)
  await press('button', 'Take this in')
  await expect.poll(exported).toBe(file)
  await expect.poll(light, { timeout: 15_000 }).toContain('brightness(0.8)')
})

test('sites are listed, edited and taken away, until undone', async () => {
  await press('button', 'Reset: everything')
  await expect.poll(light, { timeout: 15_000 }).toBe('none')
  await settings.locator('aria/Add a site[role="textbox"]').fill('site-a.test')
  await press('button', 'Add')
  await expect.poll(light, { timeout: 15_000 }).toContain('brightness(0.8)')
  await settings.locator('.site summary').click()
  await (await settings.waitForSelector('.site input[type=radio][value="4"]'))?.click()
  await expect.poll(light, { timeout: 15_000 }).toContain('brightness(0.5)')
  await press('button', 'Remove: site-a.test')
  await expect.poll(light, { timeout: 15_000 }).toBe('none')
  await press('button', 'Undo')
  await expect.poll(light, { timeout: 15_000 }).toContain('brightness(0.5)')
})

test('ideas of one’s own are added, changed, put in order and chosen; a kind word stands on the rest page', async () => {
  const { ask, press: does } = drivePacing({ evaluate }, await luwte.tabId(page))
  await settings.bringToFront()
  const ideas = async () =>
    ((await ask('settings.state', {})).own['pacing/ownIdeas'] as OwnIdea[] | undefined)?.map(
      ({ words }) => words,
    )
  const write = async (name: string, words: string) => {
    await settings.locator(`aria/${name}[role="textbox"]`).fill(words)
    await settings.keyboard.press('Enter')
  }
  for (const words of ['Listen to the rain.', 'Stroke the cat.']) {
    await write('A new idea', words)
    await press('button', 'Add this idea')
    await expect.poll(ideas).toContain(words)
  }
  const cat = '.own-idea:nth-of-type(2)'
  expect(await settings.$eval(`${cat} [type=checkbox]`, box => (box as HTMLInputElement).checked)).toBe(false)
  await settings.locator(`${cat} [type=text]`).fill('Stroke the dog.')
  await settings.keyboard.press('Enter')
  await expect.poll(ideas).toEqual(['Listen to the rain.', 'Stroke the dog.'])
  await settings.locator(`${cat} [type=checkbox]`).click()
  await settings.locator(`${cat} button`).click()
  await expect.poll(ideas).toEqual(['Stroke the dog.', 'Listen to the rain.'])
  await write('A kind word to myself', 'You have done enough.')
  await press('checkbox', 'Show my kind word during a rest')
  await expect.poll(() => ask('settings.state', {})).toMatchObject({ own: { 'pacing/showKindLine': true } })

  // The idea before was the last of Luwte's own.
  await settings.evaluate(() => browser.storage.local.set({ restIdea: 'nothingMeasured' }))
  await page.bringToFront()
  await does('rest')
  const resting = async () => (await ask('pacing.surface', {})).view
  await expect.poll(resting).toMatchObject({ idea: 'Stroke the dog.', kindLine: 'You have done enough.' })
  await does('stop')
})

test('the newest choice of each setting wins over another device’s', async () => {
  await press('button', 'Reset: everything')
  await expect.poll(light, { timeout: 15_000 }).toBe('none')
  await settings.bringToFront()
  await settings.focus('[type="range"]')
  await settings.keyboard.press('ArrowRight')
  const kept = () =>
    settings.evaluate(async () => {
      const { 'set:calm': calm } = await browser.storage.sync.get('set:calm')
      return (calm as Record<string, unknown[]> | undefined)?.['calm/level']?.[1]
    })
  // What this device has to tell is out, before the other one speaks.
  await expect.poll(kept, { timeout: 10_000 }).toBe(3)
  await settings.evaluate(async () => {
    const later = Date.now() + 60_000
    const theirs = { 'calm/level': [5, 1], 'calm/everywhere': [later, true], 'pacing/pem': [later, true] }
    await browser.storage.sync.set({ 'set:calm': theirs })
  })
  await expect.poll(light, { timeout: 15_000 }).toContain('brightness(0.65)')
  expect(await settings.$eval('[type="range"]', knob => (knob as HTMLInputElement).value)).toBe('3')
  await expect.poll(kept, { timeout: 10_000 }).toBe(3)
})

test('finds settings, and lists the keys', async () => {
  await settings.focus('[type="search"]')
  await settings.keyboard.type('keys')
  await expect.poll(() => says('Calm mode on or off for this site')).toBe(true)
  await expect.poll(() => says('Block minutes')).toBe(false)
  expect(await says('Change the keys in the browser')).toBe(true)
  await settings.keyboard.press('Escape')
  await expect.poll(() => says('Block minutes')).toBe(true)
})
