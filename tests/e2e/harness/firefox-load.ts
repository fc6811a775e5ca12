import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'

/**
 * Opens an extension's or the browser's own page. BiDi never reports these as loaded, so that `goto` would wait
 * for ever: the page itself is asked until it answers that it is there.
 * @throws when it is not there within `within` ms.
 */
export async function loadOwnPage(page: Page, url: string, within = 20_000): Promise<Page> {
  page.goto(url, { timeout: 0 }).catch(() => {})
  const deadline = Date.now() + within
  while (!(await isLoaded(page, url))) {
    if (Date.now() > deadline) throw new Error(`${url} did not load`)
    await delay(50)
  }
  return page
}

/** A question asked while one document gives way to the next may fail, or be lost without an answer. */
function isLoaded(page: Page, url: string): Promise<boolean> {
  const asked = page
    .evaluate(url => location.href === url && document.readyState === 'complete', url)
    .catch(() => false)
  return Promise.race([asked, delay(1000, false)])
}
