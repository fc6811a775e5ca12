import { browser } from 'wxt/browser'
import type { Handlers } from '@/utils/messaging/serve'
import { loadCalmSettings, saveCalmSettings } from '@/utils/settings/store'
import type { CalmSettings } from '../calm-settings'
import { adjust, chooseLevel, chooseWhere, keepOwnSettings, letMove, setApart, switchCalm } from '../changes'
import type { CalmPageState } from '../page-state'
import { hostOf } from '../sites'
import { currentDusk, keepDusk } from './dusk'
import { leftoversIn } from './leftovers'
import { pageState } from './page-state'
import { bringPart, enterPageWorld, isCalm, showInAllTabs, showInFrame, showInTab, shownIn } from './pages'
import { readPicturesIn } from './pictures'
import { registerScripts } from './registered'
import { muteTab } from './sound'
import { suspend } from './suspension'
import { showIcon } from './toolbar'

type CalmRequests = Pick<Handlers, Extract<keyof Handlers, `calm.${string}`>>

/** One change at a time: each starts from what the one before it has stored. */
let queue: Promise<unknown> = Promise.resolve()

function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const mine = queue.then(task)
  queue = mine.catch(() => undefined)
  return mine
}

/** Brings registered scripts, open tabs and icons to the stored settings. */
export function bringUpToDate(): Promise<void> {
  return inTurn(async () => act(await loadCalmSettings()))
}

async function act(settings: CalmSettings): Promise<void> {
  await registerScripts(settings)
  await showInAllTabs(settings)
  const tabs = await browser.tabs.query({})
  await Promise.all(tabs.map(({ id, url }) => refreshTab(settings, id, url)))
}

/** What a tab shows outside of its page: Luwte's icon, and whether it makes a sound. */
async function refreshTab(
  settings: CalmSettings,
  tabId: number | undefined,
  url: string | undefined,
): Promise<void> {
  if (tabId === undefined) return
  // A tab may close meanwhile.
  await showIcon(tabId, await isCalm(settings, tabId, url)).catch(() => undefined)
  const options = await shownIn(settings, tabId, url)
  await muteTab(tabId, options?.mute === 1).catch(() => undefined)
}

/** The evening has come this far, in steps, or is over: pages follow, those of sites that are not calm too. */
export function followEvening(dusk: number): Promise<void> {
  return inTurn(async () => {
    if (dusk === (await currentDusk())) return
    await keepDusk(dusk)
    const settings = await loadCalmSettings()
    await registerScripts(settings)
    await showInAllTabs(settings)
  })
}

/** Applies a person's change for the page in a tab, stores it, then acts on it. */
function change(
  tabId: number,
  changed: (settings: CalmSettings, host: string) => CalmSettings,
): Promise<CalmPageState> {
  return inTurn(async () => {
    const { url } = await browser.tabs.get(tabId)
    const host = hostOf(url)
    const before = await loadCalmSettings()
    if (host !== null) {
      const after = changed(before, host)
      await saveCalmSettings(before, after)
      await suspend(tabId, false)
      await act(after)
    }
    return stateOf(tabId)
  })
}

async function stateOf(tabId: number): Promise<CalmPageState> {
  const [{ url }, settings] = await Promise.all([browser.tabs.get(tabId), loadCalmSettings()])
  return pageState(settings, tabId, url)
}

/** The answers to every request about calm mode. */
export const calmRequests: CalmRequests = {
  'calm.state': ({ tabId }) => stateOf(tabId),
  'calm.switch': ({ tabId, on }) => change(tabId, (settings, host) => switchCalm(settings, host, on)),
  'calm.where': ({ tabId, where }) => change(tabId, (settings, host) => chooseWhere(settings, host, where)),
  'calm.level': ({ tabId, level }) => change(tabId, (settings, host) => chooseLevel(settings, host, level)),
  'calm.adjust': ({ tabId, ...one }) => change(tabId, (settings, host) => adjust(settings, host, one)),
  'calm.letMove': ({ tabId, moves }) => change(tabId, (settings, host) => letMove(settings, host, moves)),
  'calm.ownSettings': ({ tabId, own }) =>
    change(tabId, (settings, host) => keepOwnSettings(settings, host, own)),
  'calm.setApart': ({ tabId, apart }) => change(tabId, (settings, host) => setApart(settings, host, apart)),
  'calm.leftovers': async ({ tabId }) => {
    const { on } = await stateOf(tabId)
    return on ? leftoversIn(tabId) : []
  },
  'calm.frame': async (_, { tab }) =>
    tab?.id === undefined ? null : shownIn(await loadCalmSettings(), tab.id, tab.url),
  'calm.part': async ({ part }, { tab, frameId }) => {
    if (tab?.id !== undefined && frameId !== undefined) await bringPart(tab.id, frameId, part)
    return null
  },
  'calm.pictures': (question, { tab }) =>
    tab?.id === undefined ? { stills: {} } : readPicturesIn(tab.id, question),
  'calm.pageWorld': async (_, { tab, frameId }) => {
    if (tab?.id === undefined || frameId === undefined) return null
    return enterPageWorld(tab.id, frameId)
  },
}

/** The shortcut: calm mode on or off for the page in a tab. */
export async function toggleCalm(tabId: number): Promise<void> {
  const { on } = await stateOf(tabId)
  await calmRequests['calm.switch']({ tabId, on: !on }, {})
}

/** Ends calm mode on the page in a tab at once, without a fade, until the page is loaded anew. */
export async function backToNormal(tabId: number): Promise<void> {
  await suspend(tabId, true)
  await showInTab(tabId, null, false)
  await showIcon(tabId, false)
  await muteTab(tabId, false).catch(() => undefined)
}

/** A tab has begun to load a page: what was said about the one before no longer holds. */
export async function pageBegan(tabId: number, url: string | undefined): Promise<void> {
  await suspend(tabId, false)
  await refreshTab(await loadCalmSettings(), tabId, url)
}

/** A frame inside a tab's page has begun. */
export async function frameBegan(tabId: number, frameId: number, url: string): Promise<void> {
  await showInFrame(await loadCalmSettings(), tabId, frameId, url)
}
