import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ChromiumWithLuwte, launchChromium } from '../harness/chromium'
import { forgetSettings } from '../harness/settings'
import { type Site, startSite } from '../harness/site'
import { type StandIn, standIn } from './stand-in'

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
  page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'site-a.test'))
  await forgetSettings(luwte)
  popup = await luwte.openPopupFor(page)
  popup.setDefaultTimeout(5000)
})
afterEach(async () => {
  await popup.close()
  await page.close()
})

const calmMode = () => popup.getByRole('switch', { name: 'Calm mode' })
const tryAgain = () => popup.getByRole('button', { name: 'Try again' })

async function openWith(given: Partial<StandIn>): Promise<void> {
  await standIn(popup, given)
  await popup.reload()
}

describe('without access to the site', () => {
  const noAccess = { state: { obstacle: 'noAccess' } } as const

  test('says so and asks for it within the click', async () => {
    await openWith(noAccess)
    await popup.getByText('Luwte has no access to this site yet.').waitFor()
    await popup.getByRole('button', { name: 'Give access to this site' }).click()
    expect(await popup.evaluate(() => window.standIn.asked)).toEqual([
      { origins: ['*://*.site-a.test/*'], within: 'click' },
    ])
  })

  test('asks for every site where calm mode is for everywhere', async () => {
    await openWith({ state: { obstacle: 'noAccess', where: 'everywhere' } })
    await popup.getByRole('button', { name: 'Give access to every site' }).click()
    expect(await popup.evaluate(() => window.standIn.asked)).toEqual([
      { origins: ['*://*/*'], within: 'click' },
    ])
  })

  test('asks when switched on, and switches on without waiting for the answer', async () => {
    await openWith(noAccess)
    await calmMode().click()
    expect(await popup.evaluate(() => window.standIn.asked.map(({ within }) => within))).toEqual(['change'])
    await expect.poll(() => calmMode().isChecked()).toBe(true)
  })

  test('goes back to off when access is refused', async () => {
    await openWith({ ...noAccess, gives: false })
    await calmMode().click()
    await expect
      .poll(() => popup.evaluate(() => window.standIn.sent.filter(name => name === 'calm.switch').length))
      .toBe(2)
    await expect.poll(() => calmMode().isChecked()).toBe(false)
  })
})

test('says that a page is the browser its own, and offers nothing that would do nothing', async () => {
  const browserPage = await luwte.newPage('chrome://version')
  const other = await luwte.openPopupFor(browserPage)
  await other.getByText('The browser keeps this page to itself. Luwte cannot change it.').waitFor()
  expect(await other.getByRole('switch').isDisabled()).toBe(true)
  expect(await other.getByRole('slider', { name: 'Calm level' }).isDisabled()).toBe(true)
  await other.close()
  await browserPage.close()
})

test('says what keeps it from a file', async () => {
  await openWith({ state: { obstacle: 'fileAccess', site: 'file:' } })
  await popup.getByText('This is a file on your computer.').waitFor()
  expect(await popup.getByText('Files on this computer').isVisible()).toBe(true)
})

describe('when the background does not answer', () => {
  test('says so from the start, and goes on once it does', async () => {
    await openWith({ answers: 'wrongly' })
    await popup.getByRole('status').getByText('Luwte does not answer right now. Nothing is lost.').waitFor()
    await popup.evaluate(() => Object.assign(window.standIn, { answers: 'truly' }))
    await tryAgain().click()
    await calmMode().waitFor()
    expect(await tryAgain().count()).toBe(0)
  })

  test('keeps what was chosen, and sends it when tried again', async () => {
    await openWith({})
    await calmMode().waitFor()
    await popup.evaluate(() => Object.assign(window.standIn, { answers: 'wrongly' }))
    await calmMode().click()
    await tryAgain().waitFor()
    expect(await calmMode().isChecked()).toBe(true)
    await popup.evaluate(() => Object.assign(window.standIn, { answers: 'truly' }))
    await tryAgain().click()
    await tryAgain().waitFor({ state: 'detached' })
    await popup.reload()
    await calmMode().waitFor()
    expect(await calmMode().isChecked()).toBe(true)
  })

  test('does not wait for ever', async () => {
    await popup.clock.install()
    await openWith({ answers: 'never' })
    await expect.poll(() => popup.evaluate(() => window.standIn.sent)).toContain('calm.state')
    await popup.clock.fastForward(5000)
    await tryAgain().waitFor()
  })
})
