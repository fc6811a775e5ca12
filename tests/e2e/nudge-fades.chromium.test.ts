import type { Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import type { Watched } from './harness/fades'
import { VIEWS } from './harness/nudge-words'
import { tellTab, toShow } from './harness/nudges'
import { type Site, startSite } from './harness/site'
import { stepFades, stepFadesIn } from './harness/step-fades'
import { HALF_WHITE, testSurfaceFades, unlessGone, WATCHED_VIEW } from './harness/surface-fades'

/** Exists inside the service worker, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

let site: Site
let luwte: ChromiumWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ viewport: WATCHED_VIEW })])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

testSurfaceFades(() => ({
  async openPage() {
    const { page, tabId } = await openWindow(site.page(HALF_WHITE))
    const step = async (ms: number) => (await luwte.worker()).evaluate<number>(stepFadesIn(tabId, ms))
    const { keyboard } = page
    return { ...watched(page, step), keyboard, show: view => tellTab(luwte, tabId, toShow(view)) }
  },
  async openRestTab() {
    const worker = await luwte.worker()
    await worker.evaluate(view => chrome.storage.session.set({ surface: { view, tabs: [] } }), VIEWS.rest)
    const { page } = await openWindow(`chrome-extension://${luwte.extensionId}/rest.html`)
    return { ...watched(page, ms => page.evaluate(stepFades, ms)), keyboard: page.keyboard }
  },
}))

/** A window of its own, whose tab is in view whatever the others do. */
async function openWindow(url: string): Promise<{ page: Page; tabId: number }> {
  const opened = luwte.context.waitForEvent('page', { predicate: page => page.url() === url })
  const tabId = await (await luwte.worker()).evaluate(
    url => chrome.windows.create({ url }).then(({ tabs }) => tabs?.[0]?.id ?? 0),
    url,
  )
  const page = await opened
  await page.waitForLoadState()
  return { page, tabId }
}

const watched = (page: Page, step: (ms: number) => Promise<number>): Watched => ({
  take: () => unlessGone(page.screenshot({ caret: 'initial' })),
  step: ms => unlessGone(step(ms)),
})
