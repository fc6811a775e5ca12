import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { filterOf, untilBare, untilDimmed } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { untilTree } from './harness/nudges'
import { drivePacing } from './harness/pacing'
import { forgetSettings } from './harness/settings'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's worker and pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

let site: Site
let luwte: ChromiumWithLuwte
let page: Page
let settings: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
  page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'site-a.test'))
  settings = await luwte.openExtensionPage('options.html')
  settings.setDefaultTimeout(5000)
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})
beforeEach(async () => {
  await forgetSettings(luwte)
  await settings.reload()
  await level().waitFor()
})

const level = () => settings.getByRole('slider', { name: 'Calm level', exact: true })
const button = (name: string) => settings.getByRole('button', { name, exact: true })
const section = (name: string) => settings.getByRole('region', { name, exact: true })

/** A page in the background fades as slowly as the browser lets it. */
const untilLight = (light: string) => expect.poll(() => filterOf(page), { timeout: 15_000 }).toContain(light)

/** What is stored of a setting on this device: when it was chosen, and what. */
const stored = async (path: string) =>
  (await luwte.worker()).evaluate(async path => {
    const { settings } = await chrome.storage.local.get('settings')
    return (settings as { registers: Record<string, unknown[]> } | undefined)?.registers[path]?.[1]
  }, path)

/** The exported file, as the link to save it holds it. */
const exported = async (from: Page) => {
  const href = await from.getByRole('link', { name: 'Save the settings in a file' }).getAttribute('href')
  return decodeURIComponent(href?.slice(href.indexOf(',') + 1) ?? '')
}
const importFile = (into: Page, text: string) =>
  into
    .getByLabel('Take in settings from a file')
    .setInputFiles({ name: 'luwte.json', mimeType: 'application/json', buffer: Buffer.from(text) })

test('what is changed acts at once in every open tab, and on the sample', async () => {
  const sample = () => settings.locator('iframe').evaluate(frame => (frame as HTMLElement).style.filter)
  await settings.getByRole('radio', { name: 'Everywhere' }).check()
  await untilDimmed(page)
  await level().fill('4')
  await untilLight('brightness(0.5)')
  expect(await sample()).toContain('brightness(50%)')
  await settings.getByText('What this level does: Light and colour').click()
  await settings.getByRole('slider', { name: 'Brightness', exact: true }).fill('40')
  await untilLight('brightness(0.4)')
  await button('Back to this level’s own settings').click()
  await untilLight('brightness(0.5)')
  await button('Reset: Calm mode').click()
  await untilBare(page)
  await section('Calm mode').getByRole('button', { name: 'Undo' }).click()
  await untilLight('brightness(0.5)')
})

test('finds settings while typing, from the keyboard, and says when there are none', async () => {
  await settings.getByRole('searchbox').focus()
  await settings.keyboard.type('evening')
  await settings.getByText('Found in: Pacing').waitFor()
  expect(await settings.getByRole('region').count()).toBe(1)
  expect(await settings.getByLabel('The evening begins at').isVisible()).toBe(true)
  await settings.keyboard.press('ControlOrMeta+A')
  await settings.keyboard.type('letters')
  expect(await settings.getByRole('slider', { name: 'Space between letters' }).isVisible()).toBe(true)
  await settings.keyboard.type(' zzz')
  await settings.getByText('Nothing found with these words.').waitFor()
  await settings.keyboard.press('Escape')
  await level().waitFor()
})

test('lists sites, edits them and takes them away, until undone', async () => {
  const add = settings.getByRole('textbox', { name: 'Add a site' })
  await add.fill('not a site')
  await button('Add').click()
  await settings.getByText('This is not a site’s name.').waitFor()
  await add.fill('site-a.test')
  await button('Add').click()
  await untilDimmed(page)
  await section('Sites').locator('summary', { hasText: 'site-a.test' }).click()
  await section('Sites').getByRole('radio', { name: 'As calm as it gets' }).check()
  await untilLight('brightness(0.5)')
  await section('Sites').getByLabel('Minutes on this site').fill('20')
  await section('Sites').getByLabel('Minutes on this site').press('Enter')
  await expect.poll(() => stored('pacing/limits/sites/site-a.test')).toBe(20 * 60_000)
  await button('Remove: site-a.test').click()
  await untilBare(page)
  await section('Sites').getByRole('button', { name: 'Undo' }).click()
  await untilLight('brightness(0.5)')
  expect(await stored('pacing/limits/sites/site-a.test')).toBe(20 * 60_000)
})

test('ideas of one’s own are added, put in order and chosen; a kind word stands on the rest page', async () => {
  const rest = section('Rest')
  for (const words of ['Listen to the rain.', 'Stroke the cat.']) {
    await rest.getByRole('textbox', { name: 'A new idea' }).fill(words)
    await button('Add this idea').click()
    await rest.getByRole('group', { name: words }).waitFor()
  }
  const cat = rest.getByRole('group', { name: 'Stroke the cat.' })
  expect(await cat.getByRole('checkbox').isChecked()).toBe(false)
  await cat.getByRole('checkbox').check()
  await cat.getByRole('button', { name: 'Up' }).click()
  const words = async () =>
    ((await stored('pacing/ownIdeas')) as { words: string }[]).map(({ words }) => words)
  await expect.poll(words).toEqual(['Stroke the cat.', 'Listen to the rain.'])
  await rest.getByLabel('A kind word to myself').fill('You have done enough.')
  await rest.getByLabel('A kind word to myself').press('Tab')
  await rest.getByRole('checkbox', { name: 'Show my kind word during a rest' }).check()
  // The idea before was the last of Luwte's own.
  await (await luwte.worker()).evaluate(() => chrome.storage.local.set({ restIdea: 'nothingMeasured' }))
  const pacing = drivePacing(settings, await luwte.tabId(page))
  await pacing.press('rest')
  await untilTree(page, nodes => nodes.some(({ name }) => name === 'Stroke the cat.'))
  await untilTree(page, nodes => nodes.some(({ name }) => name === 'You have done enough.'))
  await pacing.press('stop')
  await settings.bringToFront()
  await rest.getByRole('checkbox', { name: 'Effort makes me worse later' }).check()
  expect(await rest.getByRole('checkbox', { name: 'Walk a few steps.' }).isDisabled()).toBe(true)
})

const DAY = { day: '2026-11-09', energy: 'low', pain: null, wins: ['Tea in the sun'], bad: true }

/** Writes a day as the diary page stores it; one of Luwte's pages is the same to the database as any other. */
const writeInDiary = (page: Page) =>
  page.evaluate(
    day =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('history')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('diary', 'readwrite')
          transaction.objectStore('diary').put({ ...day, asked: true })
          transaction.oncomplete = () => {
            opening.result.close()
            done()
          }
          transaction.onabort = () => failed(transaction.error)
        }
      }),
    DAY,
  )

test('a file brings everything to a fresh profile; a damaged or newer one changes nothing', async () => {
  await level().fill('3')
  await settings.getByLabel('Block minutes', { exact: true }).fill('7')
  await settings.getByLabel('Block minutes', { exact: true }).press('Tab')
  await settings.getByRole('radio', { name: 'Light', exact: true }).check()
  await expect.poll(async () => JSON.parse(await exported(settings)).parts.looks.scheme).toBe('light')
  const diaryToo = settings.getByRole('checkbox', { name: 'Diary too' })
  await diaryToo.click()
  await settings.getByText('Nothing is written in the diary.').waitFor()
  await diaryToo.click()
  await writeInDiary(settings)
  expect(JSON.parse(await exported(settings)).parts).not.toHaveProperty('diary')
  await diaryToo.click()
  await expect.poll(async () => JSON.parse(await exported(settings)).parts.diary).toEqual([DAY])
  const file = await exported(settings)

  const fresh = await launchChromium()
  try {
    const other = await fresh.openExtensionPage('options.html')
    await other.getByRole('slider').first().waitFor()
    const before = await exported(other)
    const newer = JSON.stringify({ ...JSON.parse(file), version: 2 })
    for (const [text, sentence] of [
      [file.replace('"level": 3', '"level": 9'), /cannot be read, at: Calm level\. Nothing has changed/],
      [file.replace('"energy": "low"', '"energy": 7'), /at: Diary › November 9, 2026 › Energy\. Nothing/],
      [newer, /A newer Luwte has made this file/],
      [file.slice(0, 50), /This file is damaged/],
    ] as const) {
      await importFile(other, text)
      await other.getByText(sentence).waitFor()
      expect(await exported(other)).toBe(before)
    }
    await importFile(other, file)
    await other.getByText('Calm level: Much calmer').waitFor()
    await other.getByText('Diary: days from November 9, 2026').waitFor()
    await other.getByText('Keep a diary: On').waitFor()
    expect(await exported(other)).toBe(before)
    await other.getByRole('button', { name: 'Take this in' }).click()
    await other.getByText('Done. It is as in the file.').waitFor()
    await other.getByRole('checkbox', { name: 'Diary too' }).click()
    await expect.poll(() => exported(other)).toBe(file)
    expect(await other.evaluate(() => document.documentElement.dataset.scheme)).toBe('light')
  } finally {
    await fresh.close()
  }
})

test('the newest choice of each setting wins over another device’s, and trouble with that is said', async () => {
  await level().fill('3')
  await expect.poll(() => stored('calm/level')).toBe(3)
  const worker = await luwte.worker()
  const kept = () =>
    worker.evaluate(async () => {
      const { 'set:calm': calm } = await chrome.storage.sync.get('set:calm')
      return (calm as Record<string, unknown[]> | undefined)?.['calm/level']?.[1]
    })
  // What this device has to tell is out, before the other one speaks.
  await expect.poll(kept, { timeout: 10_000 }).toBe(3)
  await worker.evaluate(async () => {
    const later = Date.now() + 60_000
    const theirs = { 'calm/level': [5, 1], 'calm/everywhere': [later, true], 'pacing/pem': [later, true] }
    await chrome.storage.sync.set({ 'set:calm': theirs })
  })
  await untilDimmed(page)
  expect(await level().inputValue()).toBe('3')
  await expect.poll(kept).toBe(3)
  await worker.evaluate(() => chrome.storage.sync.set({ version: 99 }))
  await settings.getByText('Another device has a newer Luwte.').waitFor()
})

test('asks for notifications at that moment; the keys lead to the browser’s own page', async () => {
  await settings.evaluate(() => {
    const asked: unknown[] = []
    Object.assign(window, { asked })
    chrome.permissions.request = ((wanted: unknown, answer?: (given: boolean) => void) => {
      asked.push(wanted)
      answer?.(false)
      return Promise.resolve(false)
    }) as typeof chrome.permissions.request
  })
  await settings.getByRole('checkbox', { name: 'Use notifications of the system' }).click()
  await settings.getByText('The browser did not allow it').waitFor()
  expect(await settings.evaluate(() => (window as unknown as { asked: unknown }).asked)).toEqual([
    { permissions: ['notifications'] },
  ])
  expect(await stored('pacing/notifications')).not.toBe(true)
  await section('Keys').getByText('Calm mode on or off for this site').waitFor()
  const opened = luwte.context.waitForEvent('page')
  await button('Change the keys in the browser').click()
  await expect.poll(async () => (await opened).url()).toBe('chrome://extensions/shortcuts')
  await (await opened).close()
})
