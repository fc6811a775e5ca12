import { browser } from 'wxt/browser'

/**
 * The tab that a page of Luwte acts on: the one its address names (`?tab=<id>`), or else the active one of its window.
 *
 * @throws when there is no such tab.
 */
export async function tabToActOn(search: string): Promise<number> {
  const named = new URLSearchParams(search).get('tab')
  if (named !== null) return Number(named)
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  if (active?.id === undefined) throw new Error('this window has no active tab')
  return active.id
}

/**
 * The tab that a page of Luwte stands in.
 *
 * @throws where it stands in none.
 */
export async function ownTab(): Promise<number> {
  const { id } = (await browser.tabs.getCurrent()) ?? {}
  if (id === undefined) throw new Error('this page is in no tab')
  return id
}
