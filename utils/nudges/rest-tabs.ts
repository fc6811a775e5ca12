import { browser } from 'wxt/browser'
import * as z from 'zod/mini'

/** The tabs opened for the rest under way, and the windows they are in. */
const KEY = 'restTabs'
const restTabsSchema = z.array(z.object({ tabId: z.number(), windowId: z.optional(z.number()) }))
type RestTab = z.output<typeof restTabsSchema>[number]

/**
 * Rests in front of pages that let no script in, by a tab of Luwte's own beside each. Once a rest and window: whoever
 * goes back to such a page meanwhile is left there.
 *
 * @param tabs the visible tabs that cannot rest by themselves.
 * @returns the tabs that rest now in a page of Luwte's.
 */
export async function restBeside(tabs: readonly number[]): Promise<number[]> {
  const known = await restTabs()
  const opened: RestTab[] = []
  for (const tabId of tabs) {
    const { windowId, index } = await browser.tabs.get(tabId)
    const rests = [...known, ...opened].some(tab => tab.windowId === windowId || tab.tabId === tabId)
    if (rests) continue
    // The browser goes back to the opener when the tab closes. Firefox for Android, which has no windows, refuses to know
    // of one, and of a place among others.
    const place = browser.windows && {
      index: index + 1,
      openerTabId: tabId,
      ...(windowId !== undefined && { windowId }),
    }
    const { id } = await browser.tabs.create({ url: '/rest.html', active: true, ...place })
    if (id !== undefined) opened.push({ tabId: id, windowId })
    await browser.storage.session.set({ [KEY]: [...known, ...opened] })
  }
  return [...known, ...opened].map(({ tabId }) => tabId)
}

/** The rest is over. The pages close by themselves, when their light has come back. */
export async function leaveRestTabs(): Promise<void> {
  await browser.storage.session.remove(KEY)
}

/** Calls `left` when the person closes such a tab during the rest. Call it at the top level of the background. */
export function onRestTabClosed(left: () => void): void {
  browser.tabs.onRemoved.addListener((tabId, { isWindowClosing }) => {
    if (isWindowClosing) return
    void restTabs().then(tabs => tabs.some(tab => tab.tabId === tabId) && left())
  })
}

async function restTabs(): Promise<RestTab[]> {
  const { [KEY]: stored } = await browser.storage.session.get(KEY)
  return z.catch(restTabsSchema, []).parse(stored)
}
