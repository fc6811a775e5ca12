import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { outdatedKeys } from './migrations'
import { canonical, merge, type Registers, withoutForgotten } from './registers'
import { changeReplica, REPLICA } from './replica'
import { fromItems, toItems } from './sync-items'

/**
 * How the last meeting with the person's other devices went.
 *
 * - `fine`: the browser took and gave everything. Whether it has anybody to pass it on to, it does not say.
 * - `full`: it has no more room. What is chosen from now on stays on this device.
 * - `newer`: a newer Luwte on another device has stored settings that this one cannot read. They are left alone.
 * - `unavailable`: it keeps nothing for other devices.
 */
const STATUSES = ['fine', 'full', 'newer', 'unavailable'] as const
export type SyncStatus = (typeof STATUSES)[number]

const STATUS = 'syncStatus'

/** Browsers take 120 writes a minute and 1,800 an hour; a slider that is dragged makes many more changes. */
const SETTLE_MS = import.meta.env.MODE === 'e2e' ? 200 : 2500

let timer: ReturnType<typeof setTimeout> | undefined

/** Keeps this device's settings and those of the person's other devices the same. Call it at the top level. */
export function followOtherDevices(): void {
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void meetDevices(), SETTLE_MS)
  }
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' || (area === 'local' && REPLICA in changes)) soon()
  })
  browser.runtime.onStartup.addListener(soon)
  browser.runtime.onInstalled.addListener(soon)
}

export async function syncStatus(): Promise<SyncStatus> {
  const { [STATUS]: stored } = await browser.storage.local.get(STATUS)
  return z.catch(z.enum(STATUSES), 'fine').parse(stored)
}

/** Takes in what other devices have stored. @returns all that is known then. */
export async function pullFromDevices(): Promise<Registers> {
  return takeIn((await theirItems().then(fromItems, () => null)) ?? {})
}

function takeIn(theirs: Registers): Promise<Registers> {
  return changeReplica(ours => withoutForgotten(merge(ours ?? {}, theirs), Date.now()))
}

/** Brings both to the newest of each setting. Doing it twice changes nothing, nor does being ended half way. */
async function meetDevices(): Promise<void> {
  const status = await exchange().catch(statusOf)
  if (status !== (await syncStatus())) await browser.storage.local.set({ [STATUS]: status })
}

async function exchange(): Promise<SyncStatus> {
  const theirs = await theirItems()
  const known = fromItems(theirs)
  if (known === null) return 'newer'
  const items = toItems(await takeIn(known))
  const changed = Object.entries(items).filter(([key, item]) => canonical(theirs[key]) !== canonical(item))
  if (changed.length > 0) await browser.storage.sync.set(Object.fromEntries(changed))
  const outdated = outdatedKeys(theirs)
  if (outdated.length > 0) await browser.storage.sync.remove(outdated)
  return 'fine'
}

const theirItems = () => browser.storage.sync.get(null)

/** Both browsers name the quota in their error. */
function statusOf(error: unknown): SyncStatus {
  return /quota/i.test(String(error)) ? 'full' : 'unavailable'
}
