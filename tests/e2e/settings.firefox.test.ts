import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { type Site, startSite } from './harness/site'

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

test('finds settings, and lists the keys', async () => {
  await settings.focus('[type="search"]')
  await settings.keyboard.type('keys')
  await expect.poll(() => says('Calm mode on or off for this site')).toBe(true)
  await expect.poll(() => says('Block minutes')).toBe(false)
  expect(await says('Change the keys in the browser')).toBe(true)
  await settings.keyboard.press('Escape')
  await expect.poll(() => says('Block minutes')).toBe(true)
})
