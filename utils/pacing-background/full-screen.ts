import { browser } from 'wxt/browser'
import * as z from 'zod/mini'

/**
 * A window is not always full screen where its page is: Firefox for Android has no windows, and a tab that is shared or
 * cast fills only itself. So a page that is watched says when it changes, and is asked from then on, for as long as it is
 * full screen: one that is left says nothing any more.
 */
const KEY = 'fullScreenTabs'

/** A page that hangs is taken for as it was, after this long; milliseconds. */
const LONGEST_WAIT_MS = 1000

/** A page has changed to full screen or back. */
export async function noteFullScreen(tabId: number): Promise<void> {
  await browser.storage.session.set({ [KEY]: [...new Set([...(await noted()), tabId])] })
}

/** @returns whether the page in a tab is full screen, as far as it has ever said so. */
export async function isFullScreen(tabId: number): Promise<boolean> {
  if (!(await noted()).includes(tabId)) return false
  if (await ask(tabId)) return true
  await browser.storage.session.set({ [KEY]: (await noted()).filter(id => id !== tabId) })
  return false
}

function ask(tabId: number): Promise<boolean> {
  const asked = browser.scripting
    .executeScript({
      target: { tabId },
      func: () => document.fullscreenElement !== null,
      injectImmediately: true,
    })
    .then(
      ([answer]) => answer?.result === true,
      () => false,
    )
  return Promise.race([asked, new Promise<true>(late => setTimeout(late, LONGEST_WAIT_MS, true))])
}

async function noted(): Promise<number[]> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY)
  return z.catch(z.array(z.number()), []).parse(stored)
}
