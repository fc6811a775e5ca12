import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { Watched } from './harness/fades'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { loadOwnPage } from './harness/firefox-load'
import { VIEWS } from './harness/nudge-words'
import { toShow } from './harness/nudges'
import { type Site, startSite } from './harness/site'
import { stepFades, stepFadesIn } from './harness/step-fades'
import { HALF_WHITE, testSurfaceFades, unlessGone, WATCHED_VIEW } from './harness/surface-fades'

/** Exists in the extension's own page, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

let site: Site
let luwte: FirefoxWithLuwte
let own: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ viewport: WATCHED_VIEW })])
  own = await luwte.openExtensionPage('popup.html')
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

testSurfaceFades(() => ({
  async openPage() {
    const page = await luwte.browser.newPage({ type: 'window' })
    await page.goto(site.page(HALF_WHITE))
    const tabId = await luwte.tabId(page)
    const step = (ms: number) => own.evaluate(stepFadesIn(tabId, ms)) as Promise<number>
    const show = (view: Parameters<typeof toShow>[0]) =>
      own.evaluate(
        async (tabId, message) => {
          await browser.scripting.executeScript({ target: { tabId }, files: ['/nudge.js'] })
          return browser.tabs.sendMessage(tabId, message)
        },
        tabId,
        toShow(view),
      )
    return { ...watched(page, step), keyboard: page.keyboard, show }
  },
  async openRestTab() {
    await own.evaluate(view => browser.storage.session.set({ surface: { view, tabs: [] } }), VIEWS.rest)
    const page = await luwte.browser.newPage({ type: 'window' })
    await loadOwnPage(page, `${luwte.extensionOrigin}/rest.html`)
    return { ...watched(page, ms => page.evaluate(stepFades, ms)), keyboard: page.keyboard }
  },
}))

const watched = (page: Page, step: (ms: number) => Promise<number>): Watched => ({
  take: () => unlessGone(page.screenshot()),
  step: ms => unlessGone(step(ms)),
})
