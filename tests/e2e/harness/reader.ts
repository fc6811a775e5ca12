import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { ChromiumWithLuwte } from './chromium'

/** Exists inside the service worker, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** Opens the reader for a page as a person does: by the button in the popup. */
export async function openReaderFor(luwte: ChromiumWithLuwte, page: Page): Promise<Page> {
  const popup = await luwte.openPopupFor(page)
  const opened = luwte.context.waitForEvent('page')
  await popup.getByRole('button', { name: 'Read calmly' }).click()
  const reader = await opened
  await reader.locator('.article > div').waitFor()
  return reader
}

export const goOn = (reader: Page) => reader.getByRole('button', { name: 'Go on', exact: true })

/** What is shown, without white space. */
export const shown = (reader: Page): Promise<string> =>
  reader.evaluate(() => document.querySelector('article')?.textContent?.replace(/\s+/g, '') ?? '')

/** By how much what is shown is larger than its place, CSS pixels. */
const excess = (reader: Page): Promise<number> =>
  reader.evaluate(() => {
    const place = document.querySelector('main')
    return place
      ? Math.max(place.scrollHeight - place.clientHeight, place.scrollWidth - place.clientWidth)
      : 0
  })

/** Goes through an article by key. @returns the text of each portion, and the most that one was too large. */
export async function readThrough(reader: Page): Promise<{ portions: string[]; excess: number }> {
  const portions: string[] = []
  let most = 0
  for (;;) {
    portions.push(await shown(reader))
    most = Math.max(most, await excess(reader))
    if ((await goOn(reader).getAttribute('aria-disabled')) === 'true') return { portions, excess: most }
    await press(reader, 'Space')
  }
}

/** Presses a key, and waits until what it does is painted. */
export async function press(reader: Page, key: string): Promise<void> {
  await reader.keyboard.press(key)
  await reader.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
}

/** @returns the address of each window's visible tab: a page by itself always takes itself to be visible. */
export async function visibleTabs(luwte: ChromiumWithLuwte): Promise<(string | undefined)[]> {
  const worker = await luwte.worker()
  return worker.evaluate(async () => (await chrome.tabs.query({ active: true })).map(({ url }) => url))
}
