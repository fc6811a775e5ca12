import { browser } from 'wxt/browser'
import * as z from 'zod/mini'

/** Tabs whose page was sent back to normal until it is loaded anew. Forgotten when the browser closes. */
const KEY = 'suspendedTabs'

export async function isSuspended(tabId: number): Promise<boolean> {
  return (await suspendedTabs()).includes(tabId)
}

/** Sends a tab's page back to normal, or lets calm mode act on it again. */
export async function suspend(tabId: number, suspended: boolean): Promise<void> {
  const tabs = await suspendedTabs()
  if (tabs.includes(tabId) === suspended) return
  const next = suspended ? [...tabs, tabId] : tabs.filter(other => other !== tabId)
  await browser.storage.session.set({ [KEY]: next })
}

async function suspendedTabs(): Promise<number[]> {
  const stored = await browser.storage.session.get(KEY)
  return z.catch(z.array(z.number()), []).parse(stored[KEY])
}
