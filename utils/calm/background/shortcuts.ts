import { browser } from 'wxt/browser'
import { t } from '@/utils/i18n'
import { openReader } from '@/utils/reader/background/open-reader'
import { backToNormal, toggleCalm } from './calm-service'

/** What a person can do without the popup, by key or by the page's context menu. The names are the manifest's. */
const SHORTCUTS: Readonly<Record<string, (tabId: number) => Promise<void>>> = {
  toggleCalm,
  backToNormal,
  readCalmly: openReader,
}

/** Listens to keys and menu. Call it at the top level of the background. */
export function listenToShortcuts(): void {
  browser.commands?.onCommand.addListener((name, tab) => void run(name, tab?.id))
  browser.contextMenus?.onClicked.addListener(({ menuItemId }, tab) => void run(String(menuItemId), tab?.id))
}

/** Puts the two entries into the page's context menu. Firefox for Android has no such menu. */
export async function makeMenu(): Promise<void> {
  if (!browser.contextMenus) return
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({ id: 'toggleCalm', title: t('menuToggleCalm'), contexts: ['page'] })
  browser.contextMenus.create({ id: 'backToNormal', title: t('menuBackToNormal'), contexts: ['page'] })
}

async function run(name: string, tabId: number | undefined): Promise<void> {
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id
  if (id !== undefined) await SHORTCUTS[name]?.(id)
}
