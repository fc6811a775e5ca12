import { browser } from 'wxt/browser'
import * as z from 'zod/mini'

/** The tabs that were muted for the rest under way. */
const KEY = 'hushedTabs'

/**
 * Mutes the tabs that can be heard: what a page makes audible without an element in it cannot be paused. A tab that the
 * person has muted stays theirs.
 */
export async function hush(tabs: readonly number[]): Promise<void> {
  for (const tabId of tabs) {
    const tab = await browser.tabs.get(tabId).catch(() => null)
    if (!tab?.audible || tab.mutedInfo?.muted) continue
    // Remembered first: what was muted can always be given back.
    await browser.storage.session.set({ [KEY]: [...new Set([...(await hushed()), tabId])] })
    await mute(tabId, true)
  }
}

/** Gives the sound back, but where somebody else has decided about it since. */
export async function unhush(): Promise<void> {
  const tabs = await hushed()
  if (tabs.length === 0) return
  for (const tabId of tabs) {
    const tab = await browser.tabs.get(tabId).catch(() => null)
    if (tab?.mutedInfo?.muted && tab.mutedInfo.extensionId === browser.runtime.id) await mute(tabId, false)
  }
  await browser.storage.session.remove(KEY)
}

/** A tab may close meanwhile. Firefox for Android mutes none, and says so at once instead of by its promise. */
async function mute(tabId: number, muted: boolean): Promise<void> {
  try {
    await browser.tabs.update(tabId, { muted })
  } catch {
    // It stays as it is.
  }
}

async function hushed(): Promise<number[]> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY)
  return z.catch(z.array(z.number()), []).parse(stored)
}
