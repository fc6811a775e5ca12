import { browser } from 'wxt/browser'
import { readerQuery } from '../address'

/** Shows the reader for the page in a tab: the one that is open for it, or a new one beside it. A reader is not read itself. */
export async function openReader(tabId: number): Promise<void> {
  const { url = '', index, windowId } = await browser.tabs.get(tabId)
  const reader = browser.runtime.getURL('/reader.html')
  if (url.startsWith(reader)) return
  const address = reader + readerQuery(tabId, url)
  const tabs = await browser.tabs.query({})
  const open = tabs.find(tab => tab.url === address)
  if (open?.id !== undefined) {
    await browser.tabs.update(open.id, { active: true })
    await browser.windows?.update(open.windowId ?? windowId ?? 0, { focused: true })
    return
  }
  await browser.tabs.create({
    url: address,
    index: index + 1,
    openerTabId: tabId,
    ...(windowId !== undefined && { windowId }),
  })
}
