import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { type FirefoxWithLuwte, launchFirefox } from '../harness/firefox'
import { type Site, startSite } from '../harness/site'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

declare global {
  interface Window {
    refusals: string[]
  }
}

let site: Site
let luwte: FirefoxWithLuwte
let popup: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox()])
  await luwte.revokeHosts()
  const page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'site-a.test'))
  popup = await luwte.openPopupFor(page)
  await popup.waitForSelector('[role="switch"]')
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const says = (words: string, page = popup) =>
  page.evaluate(words => document.body.innerText.includes(words), words)

/** What Firefox has refused to ask the person, once it has answered everything. */
const refusals = () =>
  popup.evaluate(async () => {
    await browser.permissions.contains({ origins: ['*://site-a.test/*'] })
    return window.refusals.splice(0)
  })

test('Firefox takes a flip of the switch and a click on the button for the person, who may be asked', async () => {
  expect(await says('Luwte has no access to this site yet.')).toBe(true)
  await popup.evaluate(() => {
    const { permissions } = browser
    const request = permissions.request.bind(permissions)
    window.refusals = []
    permissions.request = async wanted => {
      const asked = request(wanted)
      asked.catch((error: Error) => window.refusals.push(error.message))
      return asked
    }
  })
  await popup.evaluate(() =>
    browser.permissions.request({ origins: ['*://*.site-a.test/*'] }).catch(() => {}),
  )
  expect(await refusals()).toEqual([expect.stringContaining('user input handler')])
  await popup.click('[role="switch"]')
  expect(await refusals()).toEqual([])
  await popup.click('.note button')
  expect(await refusals()).toEqual([])
})

test('the welcome asks where it is needed, within the press, and says what happens without', async () => {
  const welcome = await luwte.openExtensionPage('welcome.html')
  const press = async (role: string, name: string) =>
    (await welcome.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`))?.click()
  await welcome.evaluate(() => {
    const { permissions } = browser
    const request = permissions.request.bind(permissions)
    window.refusals = []
    permissions.request = async wanted => {
      request(wanted).catch((error: Error) => window.refusals.push(error.message))
      return false
    }
  })
  const refused = () =>
    welcome.evaluate(async () => {
      await browser.permissions.contains({ origins: ['*://site-a.test/*'] })
      return window.refusals.splice(0)
    })
  await press('button', 'Go to site-a.test in calm mode')
  await expect.poll(() => says('Luwte did not get access to site-a.test', welcome)).toBe(true)
  expect(await refused()).toEqual([])
  await press('button', 'Next')
  await expect.poll(() => says('your browser first asks whether Luwte may see all sites', welcome)).toBe(true)
  await press('radio', 'Everywhere')
  await expect.poll(() => says('Luwte did not get access to all sites', welcome)).toBe(true)
  expect(await refused()).toEqual([])
  expect(await welcome.$eval('[value="site"]', radio => (radio as HTMLInputElement).checked)).toBe(true)
  await welcome.close()
})

test('says nothing of access any more once it is given', async () => {
  await luwte.grantHosts()
  await expect.poll(() => says('Luwte has no access to this site yet.')).toBe(false)
})
