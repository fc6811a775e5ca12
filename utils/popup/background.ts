import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { calmRequests } from '../calm/background/calm-service'
import { pacingRequests } from '../pacing-background/pacing-service'
import { loadPart } from '../settings/store'
import { addressWith, PLAIN_POPUP } from './first-view'

/** The tabs whose popup knows what to show. Forgotten with the browser, as their addresses are. */
const KEY = 'readyPopups'

/** What is stored wherever something changes that the popup shows. */
const SHOWN = /^(settings|pacingState|suspendedTabs|muted:\d+)$/

/**
 * Keeps what the popup shows in the address of the popup of each tab in front, so that it opens without waiting for the
 * background, which may be asleep. Call it at the top level of the background.
 */
export function keepPopupsReady(): void {
  browser.storage.onChanged.addListener(changes => {
    if (Object.keys(changes).some(key => SHOWN.test(key))) makeReady()
  })
  browser.tabs.onActivated.addListener(makeReady)
  browser.tabs.onUpdated.addListener((_, { url, status, mutedInfo }, { active }) => {
    if (active && (url ?? status ?? mutedInfo) !== undefined) makeReady()
  })
  browser.permissions.onAdded.addListener(makeReady)
  browser.permissions.onRemoved.addListener(makeReady)
  browser.runtime.onInstalled.addListener(makeReady)
  browser.runtime.onStartup.addListener(makeReady)
}

let busy = false
let wanted = false

/** One at a time; of those that are asked for meanwhile, one. */
function makeReady(): void {
  wanted = true
  if (!busy) void work()
}

async function work(): Promise<void> {
  for (busy = true; wanted; ) {
    wanted = false
    // A tab may close meanwhile.
    await renew().catch(() => undefined)
  }
  busy = false
}

async function renew(): Promise<void> {
  const tabs = await browser.tabs.query({ active: true })
  const inFront = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]))
  const before = await readyTabs()
  await browser.storage.session.set({ [KEY]: inFront })
  // What a tab out of sight knows may change: it asks when it comes to the front.
  const behind = before.filter(tabId => !inFront.includes(tabId))
  await Promise.allSettled([
    ...behind.map(tabId => browser.action.setPopup({ tabId, popup: PLAIN_POPUP })),
    ...inFront.map(async tabId => browser.action.setPopup({ tabId, popup: await addressFor(tabId) })),
  ])
}

async function addressFor(tabId: number): Promise<string> {
  try {
    const [calm, pacing, { scheme }] = await Promise.all([
      calmRequests['calm.state']({ tabId }, {}),
      pacingRequests['pacing.state']({ tabId }, {}),
      loadPart('looks'),
    ])
    return addressWith({ calm, pacing, scheme })
  } catch {
    return PLAIN_POPUP
  }
}

async function readyTabs(): Promise<number[]> {
  const stored = await browser.storage.session.get(KEY)
  return z.catch(z.array(z.number()), []).parse(stored[KEY])
}
