import { rm } from 'node:fs/promises'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { launchFirefox } from '../tests/e2e/harness/firefox'
import { loadOwnPage } from '../tests/e2e/harness/firefox-load'
import { type Openings, POPUP, withEmptyPopup } from './empty-popup'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

/**
 * Firefox with a built Luwte that also holds an empty Preact popup, beside the page at `url`. Popups open as pages in
 * tabs: nothing outside can press the icon there. Counted is from the start of the load.
 */
export async function openFirefox(extension: string, url: string): Promise<Openings> {
  const folder = await withEmptyPopup(extension)
  const luwte = await launchFirefox({ build: folder })
  const tabId = await luwte.tabId(await luwte.newPage(url))
  const own = await luwte.openExtensionPage('sample.html')
  return {
    async open(popup, background) {
      if (background === 'asleep') await luwte.stopBackground()
      else await own.evaluate(async () => void (await browser.runtime.getBackgroundPage()))
      const query = popup === POPUP ? `?tab=${tabId}` : ''
      const page = await luwte.newPage()
      await loadOwnPage(page, `${luwte.extensionOrigin}/${popup}${query}`)
      const ms = await page.evaluate(untilPainted)
      await page.close()
      return ms
    },
    async close() {
      await luwte.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Runs in a popup. @returns when its first text was painted, ms from the start of its load. */
function untilPainted(): Promise<number> {
  return new Promise(done => {
    new PerformanceObserver(list => {
      const text = list.getEntries().find(({ name }) => name === 'first-contentful-paint')
      if (text) done(text.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}
