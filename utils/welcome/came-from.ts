import { browser } from 'wxt/browser'
import type { CalmPageState } from '../calm/page-state'
import { request } from '../messaging/request'

/**
 * Finds the page the person came from: of all tabs, the one that was in front last and that calm mode
 * can act on, now or once access is given. Stores and pages of the browser's own are passed over.
 *
 * @returns null where there is none.
 */
export async function pageCameFrom(ownTabId: number): Promise<CalmPageState | null> {
  const tabs = await browser.tabs.query({})
  const others = tabs.filter(({ id }) => id !== undefined && id !== ownTabId)
  const latestFirst = others.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
  for (const { id = ownTabId } of latestFirst) {
    const state = await request('calm.state', { tabId: id })
    if (state.site !== null && canBecomeCalm(state)) return state
  }
  return null
}

function canBecomeCalm({ obstacle }: CalmPageState): boolean {
  return obstacle === null || obstacle === 'noAccess'
}

/** Turns calm mode on for a page, brings it to the front, and closes the tab that led there. */
export async function goCalmly(tabId: number, ownTabId: number): Promise<void> {
  await request('calm.switch', { tabId, on: true })
  const { windowId } = (await browser.tabs.update(tabId, { active: true })) ?? {}
  // Firefox for Android has no windows.
  if (windowId !== undefined) await browser.windows?.update(windowId, { focused: true })
  await browser.tabs.remove(ownTabId)
}
