import { browser } from 'wxt/browser'
import { articleUrl } from './address'
import type { Extraction } from './article'
import type { PickWords } from './page/pick-words'
import { takePictures } from './page/pictures'
import { type PlaceInPage, placeInPage, showTextInPage } from './page/place-in-page'

/** The live page that the reader shows the article of. */
export interface LivePage {
  readonly tabId: number
  /** Without what comes after `#`. */
  readonly url: string
}

/** Pictures are taken no larger than that, CSS pixels. */
export const MAX_PICTURE = 1200

/**
 * The page that the reader's address names: its tab, or another one that shows the same page, as after a restart.
 *
 * @returns null for the tab where it is no longer open.
 */
export async function findLivePage(search: string): Promise<{ tabId: number | null; url: string }> {
  const query = new URLSearchParams(search)
  const tabs = await browser.tabs.query({})
  const named = tabs.find(({ id }) => id === Number(query.get('tab')))
  const url = query.get('page') ?? articleUrl(named?.url ?? '')
  const shows = (tab: { url?: string | undefined } | undefined) => articleUrl(tab?.url ?? '') === url
  const tab = shows(named) ? named : tabs.find(shows)
  return { tabId: tab?.id ?? null, url }
}

/**
 * Takes the article from the page.
 * @throws where the browser lets no script in, or the page is gone.
 */
export async function extractFrom(page: LivePage, part: string | null): Promise<Extraction> {
  const extraction = await runFile(page, '/article.js', { part })
  if (!extraction) throw new Error('the page gave no answer')
  return extraction as Extraction
}

/** @returns where the person is on the page; null where that cannot be told. */
export function placeIn(page: LivePage): Promise<PlaceInPage | null> {
  return run(page, placeInPage)
}

/** Scrolls the page to where a text begins. @returns the page's scroll offset then, CSS pixels. */
export function showTextIn(page: LivePage, text: string): Promise<number | null> {
  return run(page, showTextInPage, text)
}

/** @returns the pixels of pictures as `data:` addresses, null for each that cannot be had. */
export async function picturesOf(page: LivePage, addresses: string[]): Promise<(string | null)[]> {
  const taken = await run(page, takePictures, addresses, MAX_PICTURE)
  return taken ?? addresses.map(() => null)
}

/** Brings the page's tab to the front. */
export async function showLivePage({ tabId }: LivePage): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true })
  if (tab?.windowId !== undefined) await browser.windows?.update(tab.windowId, { focused: true })
}

/** Calls back when the person comes to the tab of this page of Luwte. @returns what ends it. */
export function onShown(shown: () => void): () => void {
  const own = browser.tabs.getCurrent()
  const listen = async ({ tabId }: { tabId: number }) => {
    if (tabId === (await own)?.id) shown()
  }
  browser.tabs.onActivated.addListener(listen)
  return () => browser.tabs.onActivated.removeListener(listen)
}

/** Lets the person pick a part of the page there. The background hears what they picked. */
export async function pickIn(page: LivePage, words: PickWords): Promise<void> {
  await runFile(page, '/pick.js', { words })
  await showLivePage(page)
}

/** Runs a script in the page after telling it something, in the world of the extension's own there. */
async function runFile(
  { tabId }: LivePage,
  file: '/article.js' | '/pick.js',
  told: object,
): Promise<unknown> {
  const target = { tabId }
  await browser.scripting.executeScript({
    target,
    // As text: Chromium leaves what is null out of an object, and what was told before would stay.
    args: [JSON.stringify(told)],
    func: (told: string) => {
      Object.assign(globalThis, JSON.parse(told))
    },
  })
  const [injection] = await browser.scripting.executeScript({ target, files: [file] })
  return injection?.result
}

async function run<A extends unknown[], R>(
  { tabId }: LivePage,
  func: (...args: A) => R,
  ...args: A
): Promise<R | null> {
  try {
    const [injection] = await browser.scripting.executeScript({ target: { tabId }, func, args })
    return (injection?.result as R | undefined) ?? null
  } catch {
    return null
  }
}
