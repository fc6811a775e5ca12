import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { drivePacing, MINUTE } from './harness/pacing'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: FirefoxWithLuwte
let reading: Page
let tabId: number
let diary: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ locale: 'nl' })])
  reading = await luwte.newPage(site.onHost(site.page('<!doctype html><h1>Reading</h1>'), 'site-a.test'))
  tabId = await luwte.tabId(reading)
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const open = async (view: 'diary' | 'days' | 'summary') => {
  await diary?.close()
  diary = await luwte.openExtensionPage(`diary.html#${view}`)
}
const press = (name: string) => diary.locator(`aria/${name}[role="button"]`).click()
const tick = async (name: string) => {
  const box = await diary.waitForSelector(`aria/${name}[role="checkbox"]`)
  if (!(await box?.evaluate(box => (box as HTMLInputElement).checked))) await box?.click()
}
const text = () => diary.evaluate(() => document.body.innerText)
/** What is said of the erasing. */
const told = () => diary.$eval('.erase [role=status]', ({ textContent }) => textContent)
/** Chooses one of the things that can be erased, by its value, and erases it. */
const erase = async (thing: string) => {
  await diary.waitForSelector(`option[value="${thing}"]`)
  await diary.select('select', thing)
  await diary.$$eval('.erase button', ([button]) => (button as HTMLElement).click())
}
const pacing = () => {
  const evaluate = <A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R> =>
    diary.evaluate(run as never, given) as Promise<R>
  return drivePacing({ evaluate }, tabId)
}

/** Reads in a page for five minutes, so that Luwte counts it, and rests; nothing was counted before. */
async function read(): Promise<void> {
  await pacing().ask('history.erase', { forgotten: { kind: 'all' } })
  await reading.bringToFront()
  await pacing().press('start')
  await pacing().advance(5 * MINUTE)
  await pacing().press('rest')
  await pacing().press('stop')
  expect((await pacing().counted())['site-a.test']).toBeGreaterThan(0)
}

test('an answer by one tap and a small win survive a reload, and are not asked for again', async () => {
  await open('diary')
  await diary.locator('[role="switch"]').click()
  await expect.poll(text).toContain('Hoe is je energie vandaag?')
  await press('Weinig')
  await expect.poll(text).toContain('Hoe is je pijn vandaag?')
  await press('Overslaan')
  await diary.locator('input[type=text]').fill('Thee in de zon')
  await press('Klaar')
  await expect.poll(text).toContain('Dit was een slechte dag')
  await open('diary')
  await expect.poll(text).toContain('Dit was een slechte dag')
  expect(await text()).toMatch(/Weinig.*Thee in de zon/s)
  expect(await text()).not.toContain('Hoe is je')
})

test('a bad day has the five days before it beside it, in words', async () => {
  await read()
  await open('diary')
  await tick('Dit was een slechte dag')
  await diary.waitForSelector('.five-days dd')
  const words = (selector: string) =>
    diary.$$eval(selector, found => found.map(({ textContent }) => textContent?.trim()))
  expect(await words('.five-days h4')).toHaveLength(6)
  expect(await words('.five-days dd')).toEqual(['Eén', 'Eén', 'Een paar minuten', 'Geen avond ingesteld'])
  expect((await text()).split('Op de lege dagen is niets geteld.')).toHaveLength(2)
})

test('a summary has what was ticked and nothing else, to copy and to print', async () => {
  await open('summary')
  await expect.poll(text).toContain('Er is nog niets aangevinkt.')
  await tick('Energie')
  const summary = () => diary.$eval('article', page => page.textContent ?? '')
  await expect.poll(summary).toContain('Weinig')
  expect(await summary()).not.toContain('Pijn')
  expect(await text()).toContain('Dit is geen medisch advies.')
  await press('Kopiëren')
  await expect.poll(text).toContain('Het is gekopieerd.')
  await diary.evaluate(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '')
  })
  await press('Afdrukken')
  expect(await diary.evaluate(() => 'printed' in document.documentElement.dataset)).toBe(true)
})

test('a day of the diary is erased for good, and so is all of it', async () => {
  await open('diary')
  const badDay = () =>
    diary.$eval('main input[type=checkbox]:not([role])', bad => (bad as HTMLInputElement).checked)
  for (const thing of ['day', 'all']) {
    await tick('Dit was een slechte dag')
    await diary.waitForSelector('optgroup option')
    const day = await diary.$eval('optgroup option', option => option.getAttribute('value') ?? '')
    await erase(thing === 'day' ? day : thing)
    await expect.poll(told).toBe('Het is gewist.')
    await open('diary')
    await expect.poll(text).toContain('Voor deze dag staat er niets.')
    expect(await badDay()).toBe(false)
    expect(await text()).not.toContain('Hoe is je')
  }
})

test('screen time is drawn when asked for, and given as a file', async () => {
  await open('days')
  await read()
  await open('days')
  await press('Schermtijd laten zien')
  await diary.waitForSelector('canvas')
  expect(await text()).toContain('5 min')
  const saved = async (name: string) => {
    await diary.evaluate(() => {
      URL.createObjectURL = given => {
        void (given as Blob).text().then(text => document.documentElement.setAttribute('data-saved', text))
        return ''
      }
      HTMLAnchorElement.prototype.click = () => {}
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await press(name)
    return () => diary.evaluate(() => document.documentElement.dataset.saved)
  }
  await expect
    .poll(await saved('Bewaren als tabel (CSV)'))
    .toMatch(/^Dag,Site,Minuten\r\n.*,site-a\.test,5\r\n/s)
  await expect.poll(await saved('Bewaren als gegevens (JSON)')).toContain('"site": "site-a.test"')
})

test('a site, a day and all screen time are erased for good', async () => {
  await open('days')
  await read()
  await open('days')
  await erase('site:site-a.test')
  await expect.poll(told).toBe('Het is gewist.')
  expect(await pacing().counted()).not.toHaveProperty('site-a.test')

  await read()
  await open('days')
  await diary.waitForSelector('option[value^="day:"]')
  const [day = ''] = await diary.$$eval('option[value^="day:"]', days =>
    days.map(day => day.getAttribute('value')),
  )
  await erase(day ?? '')
  await expect.poll(() => pacing().history()).toEqual({ stretches: 0, ms: 0 })
  expect(await pacing().counted()).toEqual({})

  await read()
  await open('days')
  await erase('all')
  await expect.poll(text).toContain('Er is geen schermtijd bewaard.')
  expect(await pacing().history()).toEqual({ stretches: 0, ms: 0 })
  expect(await pacing().counted()).toEqual({})
})
