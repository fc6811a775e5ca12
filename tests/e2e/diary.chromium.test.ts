import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { faultsOf } from './harness/axe'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { clearDiary, isDrawn, sitesInHistory } from './harness/diary'
import { drivePacing, MINUTE, type PacingDriver } from './harness/pacing'
import { type Site, startSite } from './harness/site'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const A_DAY = 24 * 60 * MINUTE

let site: Site
let luwte: ChromiumWithLuwte
let reading: Page
let diary: Page
let pacing: PacingDriver

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ locale: 'en-GB' })])
  await luwte.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  reading = await luwte.newPage(site.onHost(site.page('<!doctype html><h1>Reading</h1>'), 'site-a.test'))
  const tabId = await luwte.tabId(reading)
  diary = await luwte.openExtensionPage('diary.html')
  diary.setDefaultTimeout(5000)
  pacing = drivePacing(diary, tabId)
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

beforeEach(async () => {
  await pacing.press('stop')
  await pacing.ask('history.erase', { forgotten: { kind: 'all' } })
  await diary.evaluate(clearDiary)
  await diary.evaluate(() => chrome.storage.local.set({ keepsDiary: false }))
  await open('diary')
})

async function open(view: 'diary' | 'days' | 'summary'): Promise<void> {
  // From elsewhere, so that it is loaded once: who sees a question twice was asked twice.
  await diary.goto('about:blank')
  await diary.goto(`chrome-extension://${luwte.extensionId}/diary.html#${view}`)
  await diary.bringToFront()
  await diary.getByRole('heading', { level: 1 }).waitFor()
}

const press = (name: string) => diary.getByRole('button', { name, exact: true }).click()
const question = (name: string) => diary.getByRole('heading', { level: 3, name })
const keep = () => diary.getByRole('switch', { name: 'Keep a diary', exact: true })
const badDay = () => diary.getByRole('checkbox', { name: 'This was a bad day' })

/** What is written about the day that is open. */
const written = () =>
  diary
    .locator('.written dd')
    .allTextContents()
    .then(lines => lines.map(line => line.trim()))

async function erase(thing: string): Promise<void> {
  await diary.getByText('Erase', { exact: true }).first().click()
  await diary.getByRole('combobox', { name: 'What to erase' }).selectOption({ label: thing })
  await press('Erase')
}

async function skipAll(): Promise<void> {
  await keep().click()
  await press('Skip')
  await press('Skip')
  await press('Done')
  await badDay().waitFor()
}

/** Reads in a page for as long as that, so that Luwte counts it, and comes back to the diary. */
async function read(minutes: number): Promise<void> {
  await reading.bringToFront()
  await pacing.press('start')
  await pacing.advance(minutes * MINUTE)
  await expect.poll(async () => (await pacing.counted())['site-a.test'] ?? 0).toBeGreaterThan(0)
}

describe('the diary', () => {
  test('is off until wanted, and then asks one thing at a time, once a day', async () => {
    expect(await keep().isChecked()).toBe(false)
    expect(await diary.getByRole('heading', { level: 2 }).count()).toBe(0)
    await keep().click()
    await question('How is your energy today?').waitFor()
    expect(await question('How is your pain today?').count()).toBe(0)
    await press('Low')
    await question('How is your pain today?').waitFor()
    await diary.reload()
    await badDay().waitFor()
    expect(await question('How is your').count()).toBe(0)
    expect(await written()).toEqual(['Low'])
    await pacing.sleep(A_DAY)
    await question('How is your energy today?').waitFor()
    await pacing.sleep(-A_DAY)
  })

  test('keeps small wins in one’s own words, and offers them again', async () => {
    await keep().click()
    await press('Skip')
    await press('A lot')
    await diary.getByRole('textbox', { name: 'Small win' }).fill('Tea in the sun')
    await press('Add')
    // What was typed and not added is kept as well.
    await diary.getByRole('textbox', { name: 'Small win' }).fill('A nap')
    await press('Done')
    await expect.poll(written).toEqual(['A lot', 'Tea in the sun', 'A nap'])
    await press('The day before')
    await diary.getByText('Nothing is written down for this day.').waitFor()
    await press('The day after')
    await expect.poll(written).toEqual(['A lot', 'Tea in the sun', 'A nap'])
    await pacing.sleep(A_DAY)
    await press('Skip')
    await press('Skip')
    await press('Add: Tea in the sun')
    await diary.getByRole('button', { name: 'Remove: Tea in the sun' }).waitFor()
    await pacing.sleep(-A_DAY)
  })

  test('asks nothing during a rest', async () => {
    await keep().click()
    await diary.evaluate(clearDiary)
    await pacing.press('rest')
    await diary.reload()
    await diary.getByText('You are resting. The diary can wait.').waitFor()
    expect(await question('How is your').count()).toBe(0)
    await pacing.press('stop')
    await question('How is your energy today?').waitFor()
  })

  test('shows the five days before a bad day beside it, in words', async () => {
    await skipAll()
    await read(16)
    await pacing.press('rest')
    await pacing.press('stop')
    await open('diary')
    await badDay().check()
    const days = diary.locator('.five-days li')
    await days.last().getByText('Less than an hour').waitFor()
    expect(await days.count()).toBe(6)
    await diary.getByText('Nothing was counted on the days that are empty.').waitFor()
    const words = await days.locator('dd').allTextContents()
    expect(words).toEqual(['One', 'One', 'Less than an hour', 'No evening set'])
    await diary.getByRole('checkbox', { name: 'Show numbers' }).check()
    expect((await days.locator('dd').allTextContents())[2]).toMatch(/^1[67] min$/)
    await diary.reload()
    await days.first().waitFor()
    expect(await badDay().isChecked()).toBe(true)
  })

  test('forgets one day and keeps the others', async () => {
    await keep().click()
    await press('Low')
    await press('Skip')
    await press('Done')
    await press('The day before')
    await diary.getByText('Nothing is written down for this day.').waitFor()
    await badDay().check()
    await diary.getByText('Nothing was counted on these days.').waitFor()
    const days = () => diary.locator('optgroup option').allTextContents()
    await expect.poll(days).toHaveLength(2)
    const [today = '', ...others] = await days()
    await erase(today)
    await diary.getByText('It is erased.').waitFor()
    expect(await days()).toEqual(others)
    await diary.reload()
    await badDay().waitFor()
    expect(await question('How is your').count()).toBe(0)
    expect(await written()).toEqual([])
    await press('The day before')
    await expect.poll(() => badDay().isChecked()).toBe(true)
  })

  test('is erased at once and for good, and does not ask anew', async () => {
    await skipAll()
    await badDay().check()
    await erase('The whole diary')
    await diary.getByText('It is erased.').waitFor()
    await diary.reload()
    await badDay().waitFor()
    expect(await badDay().isChecked()).toBe(false)
    expect(await question('How is your').count()).toBe(0)
  })
})

describe('days', () => {
  test('show screen time only when asked, as a plot and as a table, and give it as a file', async () => {
    await read(12)
    await open('days')
    await diary.getByRole('button', { name: 'Show screen time' }).waitFor()
    expect(await diary.locator('table, canvas').count()).toBe(0)
    await press('Show screen time')
    await diary.locator('canvas').waitFor()
    await diary.getByRole('radio', { name: 'By site' }).check()
    await diary.getByRole('row', { name: /^site-a\.test 1[23] min$/ }).waitFor()
    await expect.poll(() => diary.locator('canvas').evaluate(isDrawn)).toBe(true)
    await diary.getByText('Save as a file').click()
    const [download] = await Promise.all([diary.waitForEvent('download'), press('Save as a table (CSV)')])
    const table = await readFile(await download.path(), 'utf8')
    expect(table).toMatch(
      /^Day,Site,Minutes\r\n(\d{4}-\d\d-\d\d,[^,]*,\d+\r\n)*\d{4}-\d\d-\d\d,site-a\.test,1[23]\r\n/,
    )
    const [data] = await Promise.all([diary.waitForEvent('download'), press('Save as data (JSON)')])
    expect(await readFile(await data.path(), 'utf8')).toContain('"site": "site-a.test"')
  })

  test('forget a day, or all, for good', async () => {
    for (const thing of [/\d/, /^All screen time$/]) {
      await read(5)
      await pacing.press('stop')
      await open('days')
      await erase((await diary.locator('option', { hasText: thing }).first().textContent()) ?? '')
      await diary.getByText('No screen time is kept.').waitFor()
      expect(await pacing.history()).toEqual({ stretches: 0, ms: 0 })
      expect(await pacing.counted()).toEqual({})
    }
  })

  test('forget a site for good, while time goes on being counted', async () => {
    await read(5)
    await open('days')
    await erase('site-a.test')
    await diary.getByText('It is erased.').waitFor()
    await pacing.advance(2 * MINUTE)
    expect(Object.keys(await pacing.counted())).not.toContain('site-a.test')
    expect(await diary.evaluate(sitesInHistory)).not.toContain('site-a.test')
    expect(JSON.stringify(await diary.evaluate(() => chrome.storage.local.get('pacingState')))).not.toMatch(
      /"site":"site-a\.test","device"/,
    )
  })
})

describe('the summary', () => {
  test('has what was ticked and nothing else, to copy and to print', async () => {
    await keep().click()
    await press('Very low')
    await press('Skip')
    await press('Done')
    await open('summary')
    await diary.getByText('Nothing is ticked yet.').waitFor()
    await diary.getByRole('checkbox', { name: 'Energy' }).check()
    await press('Copy')
    await diary.getByText('It is copied.').waitFor()
    const copied = await diary.evaluate(() => navigator.clipboard.readText())
    expect(copied).toMatch(
      /^How my days were\n.*\n\nEnergy\n- .*: Very low\n\nI kept this myself, with Luwte\.\nThis is not medical advice\.\n$/,
    )
    await diary.evaluate(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '')
    })
    await press('Print')
    expect(await diary.evaluate(() => 'printed' in document.documentElement.dataset)).toBe(true)
    await diary.emulateMedia({ media: 'print' })
    const onPaper = await diary.evaluate(() => document.body.innerText)
    await diary.emulateMedia({ media: 'screen' })
    expect(onPaper.replace(/\s+/g, ' ').trim()).toBe(
      copied
        .replace(/- |\s+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  })
})

test.each([
  ['en', ['Skip', 'Skip', 'Done'], 'Show screen time'],
  ['nl', ['Overslaan', 'Overslaan', 'Klaar'], 'Schermtijd laten zien'],
])('every view is sound and fits a narrow window in %s', async (language, answers, show) => {
  await read(3)
  await open('days')
  await diary.evaluate(() => chrome.storage.local.set({ keepsDiary: true }))
  await diary.addInitScript(language => {
    Object.defineProperty(navigator, 'languages', { value: [language], configurable: true })
  }, language)
  await diary.setViewportSize({ width: 320, height: 600 })
  const isSound = async () => {
    for (const box of await diary.getByRole('checkbox').all()) await box.check()
    expect(await faultsOf(diary)).toEqual([])
    expect(await diary.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  }
  await open('diary')
  expect(await diary.evaluate(() => document.documentElement.lang)).toBe(language)
  for (const answer of answers) await press(answer)
  await diary.getByRole('checkbox').waitFor()
  await isSound()
  await open('days')
  await press(show)
  await diary.locator('canvas').waitFor()
  await isSound()
  await open('summary')
  await diary.getByRole('checkbox').first().waitFor()
  await isSound()
})
