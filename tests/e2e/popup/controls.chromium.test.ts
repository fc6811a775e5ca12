import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ChromiumWithLuwte, launchChromium } from '../harness/chromium'
import { forgetSettings } from '../harness/settings'
import { type Site, startSite } from '../harness/site'

let site: Site
let luwte: ChromiumWithLuwte
let page: Page
let popup: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

beforeEach(async () => {
  page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'sub.site-a.test'))
  await forgetSettings(luwte)
  popup = await luwte.openPopupFor(page)
  popup.setDefaultTimeout(5000)
  await popup.getByRole('switch').waitFor()
})
afterEach(async () => {
  await popup.close()
  await page.close()
})

const calmMode = () => popup.getByRole('switch', { name: 'Calm mode', exact: true })
const place = (name: string) =>
  popup.getByRole('radiogroup', { name: 'Where', exact: true }).getByRole('radio', { name, exact: true })
const level = () => popup.getByRole('slider', { name: 'Calm level', exact: true })
const details = () => popup.getByText('What this level does')

/** What a popup that is opened anew says: what the background has stored. */
async function reopened<T>(ask: () => Promise<T>): Promise<T> {
  await popup.reload()
  await popup.getByRole('switch').waitFor()
  return ask()
}

/** Waits until a control says something, now and in a popup that is opened anew. */
async function becomes<T>(ask: () => Promise<T>, wanted: T): Promise<void> {
  await expect.poll(ask).toEqual(wanted)
  await expect.poll(() => reopened(ask)).toEqual(wanted)
}

test('shows the site, and where calm mode acts, before anything is chosen', async () => {
  expect(await calmMode().isChecked()).toBe(false)
  expect(await popup.getByText('site-a.test', { exact: true }).isVisible()).toBe(true)
  expect(await place('This site').isChecked()).toBe(true)
  expect(await place('Everywhere').isChecked()).toBe(false)
  expect(await level().inputValue()).toBe('0')
  expect(await level().getAttribute('aria-valuetext')).toBe('Off')
})

test('switches calm mode on and off, and the knob goes along', async () => {
  await calmMode().click()
  expect(await level().inputValue()).toBe('2')
  await becomes(() => calmMode().isChecked(), true)
  expect(await level().getAttribute('aria-valuetext')).toBe('Calmer')
  await calmMode().click()
  expect(await level().inputValue()).toBe('0')
  await becomes(() => calmMode().isChecked(), false)
})

test('is whole by keyboard', async () => {
  const focused = () =>
    popup.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.localName)
  await popup.keyboard.press('Tab')
  expect(await focused()).toBe('switch')
  await popup.keyboard.press('Space')
  await expect.poll(() => calmMode().isChecked()).toBe(true)
  await popup.keyboard.press('Tab')
  await popup.keyboard.press('ArrowRight')
  await expect.poll(() => place('Everywhere').isChecked()).toBe(true)
  await popup.keyboard.press('Tab')
  await popup.keyboard.press('ArrowRight')
  await expect.poll(() => level().inputValue()).toBe('3')
  await popup.keyboard.press('Tab')
  await popup.keyboard.press('Tab')
  expect(await focused()).toBe('summary')
  await popup.keyboard.press('Enter')
  expect(await popup.getByRole('slider', { name: 'Brightness', exact: true }).isVisible()).toBe(true)
  await becomes(() => level().inputValue(), '3')
  expect(await place('Everywhere').isChecked()).toBe(true)
})

test('the end of the knob switches off, and on brings back the level', async () => {
  await level().fill('4')
  await becomes(() => calmMode().isChecked(), true)
  await level().fill('0')
  await becomes(() => calmMode().isChecked(), false)
  await calmMode().click()
  await becomes(() => level().inputValue(), '4')
})

test('changes what a level does, and gives it back', async () => {
  const brightness = () => popup.getByRole('slider', { name: 'Brightness', exact: true, includeHidden: true })
  const motion = () => popup.getByRole('checkbox', { name: 'Keep moving things still', includeHidden: true })
  const reset = () => popup.getByRole('button', { name: 'Back to this level’s own settings' })
  await level().fill('3')
  await details().click()
  // The knob moves at once; what its level does comes with the background's answer.
  await expect.poll(() => brightness().inputValue()).toBe('65')
  expect(await reset().getAttribute('aria-disabled')).toBe('true')
  await brightness().fill('30')
  await motion().uncheck()
  expect(await brightness().getAttribute('aria-valuetext')).toBe('Much less, 30')
  await becomes(() => brightness().inputValue(), '30')
  await expect.poll(() => motion().isChecked()).toBe(false)
  await details().click()
  await reset().click()
  expect(await popup.evaluate(() => document.activeElement?.localName)).toBe('button')
  await becomes(() => brightness().inputValue(), '65')
  await expect.poll(() => motion().isChecked()).toBe(true)
})

test('keeps settings for this site alone, and a sub-domain apart', async () => {
  const own = () => popup.getByRole('checkbox', { name: 'Only on this site', includeHidden: true })
  const apart = () =>
    popup.getByRole('checkbox', { name: 'Set sub.site-a.test apart from site-a.test', includeHidden: true })
  await details().click()
  await own().check()
  await becomes(() => own().isChecked(), true)
  await details().click()
  await apart().check()
  await becomes(() => apart().isChecked(), true)
})

test('follows what changes elsewhere', async () => {
  const other = await luwte.newPage(popup.url())
  await other.getByRole('switch').check()
  await expect.poll(() => calmMode().isChecked()).toBe(true)
  await other.close()
})

test('acts on the active tab of its window when its address names none', async () => {
  await calmMode().click()
  await becomes(() => calmMode().isChecked(), true)
  await popup.goto(`chrome-extension://${luwte.extensionId}/popup.html`)
  await popup.getByText('The browser keeps this page to itself.').waitFor()
  expect(await calmMode().isDisabled()).toBe(true)
})
