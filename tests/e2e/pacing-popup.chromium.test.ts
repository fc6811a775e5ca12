import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { drivePacing, forgetAll, MINUTE, type PacingDriver } from './harness/pacing'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: ChromiumWithLuwte
let page: Page
let popup: Page
let pacing: PacingDriver

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
  page = await luwte.newPage(site.onHost(site.page('<!doctype html><title>Reading</title>'), 'site-a.test'))
  const tabId = await luwte.tabId(page)
  popup = await luwte.openExtensionPage(`popup.html?tab=${tabId}`)
  pacing = drivePacing(popup, tabId)
})
beforeEach(() => button('Start pacing').waitFor())
/** Each test begins with nothing kept: what was stored goes, and the background that knew it. */
afterEach(async () => {
  await luwte.stopWorker()
  await popup.evaluate(forgetAll)
  await luwte.stopWorker()
  await popup.reload()
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const button = (name: string) => popup.getByRole('button', { name, exact: true })
const section = () => popup.getByRole('region', { name: 'Pacing' })
const phase = async () => (await pacing.state()).phase

test('starts, postpones, pauses, rests and stops, each by one press of a key', async () => {
  const press = async (name: string) => {
    await button(name).focus()
    await popup.keyboard.press('Enter')
  }
  await press('Start pacing')
  await expect.poll(phase).toBe('work')
  await popup.getByText('In minutes: read 15, rest 5.').waitFor()
  expect(await button('Start pacing').evaluate(button => button === document.activeElement)).toBe(true)

  await press('Later')
  await popup.getByText(/^All right\. I’ll come back softly around \d/).waitFor()

  await press('Pause')
  await expect.poll(async () => (await pacing.state()).hold).toBe('paused')
  await popup.getByText(/^Paused\. It goes on by itself around \d/).waitFor()
  expect(await button('Pause').getAttribute('aria-pressed')).toBe('true')
  await press('Pause')
  await expect.poll(async () => (await pacing.state()).hold).toBe('none')

  await press('Rest now')
  await expect.poll(phase).toBe('rest')
  await press('Stop')
  await expect.poll(phase).toBe('off')
  await popup.getByText('Pacing is off.').waitFor()
})

test('sets block and rest by preset or in minutes of one’s own', async () => {
  const group = popup.getByRole('group', { name: 'Block and rest' })
  const block = group.getByRole('spinbutton', { name: 'Block minutes' })
  const rest = group.getByRole('spinbutton', { name: 'Rest minutes' })
  expect(await group.getByRole('radio').count()).toBe(4)
  await group.getByRole('radio', { name: 'Very low' }).check()
  await expect.poll(() => block.inputValue()).toBe('5')
  expect(await rest.inputValue()).toBe('10')

  await block.fill('7')
  await block.press('Tab')
  await expect.poll(async () => (await pacing.state()).blockMinutes).toBe(7)
  expect(await pacing.state()).toMatchObject({ restMinutes: 10, energy: null })
  await expect.poll(() => group.getByRole('radio', { checked: true }).count()).toBe(0)

  for (const unusable of ['0', '']) {
    await rest.fill(unusable)
    await rest.press('Tab')
    expect(await rest.inputValue()).toBe('10')
  }
  expect((await pacing.state()).restMinutes).toBe(10)
})

test('sets and clears limits for the day and for this site', async () => {
  const day = popup.getByRole('spinbutton', { name: 'Minutes a day' })
  const here = popup.getByRole('spinbutton', { name: 'Minutes on this site' })
  await day.fill('90')
  await here.fill('20')
  await here.press('Enter')
  await expect.poll(() => pacing.state()).toMatchObject({ dayMinutes: 90, siteMinutes: 20 })
  await day.fill('')
  await day.press('Tab')
  await expect.poll(() => pacing.state()).toMatchObject({ dayMinutes: null, siteMinutes: 20 })
})

test('shows time left as a shape and in words, and in digits only when asked for', async () => {
  await button('Start pacing').click()
  await page.bringToFront()
  await pacing.advance(5 * MINUTE)
  await popup.bringToFront()
  await popup.getByText('Part of the way').waitFor()
  const status = section().locator('.pacing-status > p')
  expect((await status.allInnerTexts()).join()).not.toMatch(/\d/)
  await popup.getByText('More choices').click()
  await popup.getByRole('checkbox', { name: 'Show minutes' }).check()
  await popup.getByText(/^Minutes left: (9|10)$/).waitFor()
})

test('one tap makes it a low day, one holds nudges', async () => {
  await popup.getByRole('checkbox', { name: 'Low day' }).check()
  await popup.getByRole('checkbox', { name: 'Quiet for now' }).check()
  await expect.poll(() => pacing.state()).toMatchObject({ lowDay: true, quiet: true })
  await button('Start pacing').click()
  await popup.getByText('In minutes: read 8, rest 5.').waitFor()
  await popup.getByText('Quiet for now. Nudges wait.').waitFor()
})

test('has no accessibility fault, and nothing is cut off at twice the text size', async () => {
  await button('Start pacing').click()
  await expect.poll(phase).toBe('work')
  const { violations } = await new AxeBuilder({ page: popup })
    .include('section[aria-label=Pacing]')
    .setLegacyMode()
    .analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await popup.setViewportSize({ width: 360, height: 600 })
  await popup.addStyleTag({ content: ':root { font-size: 200% !important }' })
  const overflows = await popup.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(overflows).toBe(false)
})
