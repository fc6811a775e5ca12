import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import type { Report } from '../pacing/event'
import { isEngaged } from '../pacing/presence'
import { isWorthTelling, type SharedTime, timeToShare } from '../pacing/shared-time'
import type { PacingState } from '../pacing/state'
import type { PacingPreferences } from '../settings/pacing-schema'

/** Each device has an item of its own in `storage.sync`, so that none writes over another's. */
const PREFIX = 'time:'

/** No day is longer than 25 h. */
const milliseconds = z.number().check(z.gte(0), z.lte(25 * 3_600_000))
const sharedSchema = z.record(z.string(), z.record(z.string(), milliseconds))

/** What a device has told and is older than this is of no use to any limit, milliseconds. */
const STALE_MS = 7 * 24 * 3_600_000

/** Calls `told` when another device may have told something. Call it at the top level of the background. */
export function onOthersTold(told: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && Object.keys(changes).some(key => key.startsWith(PREFIX))) told()
  })
}

/**
 * Tells the person's other devices of this one's screen time, where that was chosen and a limit needs it; otherwise takes
 * back what was told.
 *
 * @returns what the machine is to learn: what others have told when this begins; to be alone again when it ends.
 */
export async function tellOthers(state: PacingState, settings: PacingPreferences): Promise<Report | null> {
  const key = PREFIX + state.device
  const { [key]: stored } = await browser.storage.sync.get(key)
  const told = parse(stored)
  if (!isShared(settings)) {
    if (stored !== undefined) await browser.storage.sync.remove(key)
    return Object.keys(state.ledger.totals).some(device => device !== state.device) ? { type: 'alone' } : null
  }
  const now = timeToShare(state, settings)
  if (isWorthTelling(told, now, isEngaged(state.signals))) await browser.storage.sync.set({ [key]: now })
  return told === null ? othersHaveTold(state, settings) : null
}

/** @returns what other devices have told, for the machine to merge; `null` where it is not to count. */
export async function othersHaveTold(
  { device, at }: PacingState,
  settings: PacingPreferences,
): Promise<Report | null> {
  if (!isShared(settings)) return null
  const items = Object.entries(await browser.storage.sync.get(null)).filter(([key]) => key.startsWith(PREFIX))
  const others = items.flatMap(([key, stored]) => {
    const name = key.slice(PREFIX.length)
    return name === device ? [] : [[name, parse(stored) ?? {}] as const]
  })
  const stale = others.filter(([, days]) => Object.keys(days).every(day => Date.parse(day) < at - STALE_MS))
  if (stale.length > 0) await browser.storage.sync.remove(stale.map(([name]) => PREFIX + name))
  return { type: 'merge', totals: Object.fromEntries(others.filter(other => !stale.includes(other))) }
}

function isShared({ acrossDevices, limits }: PacingPreferences): boolean {
  return acrossDevices && (limits.dayMs !== null || Object.keys(limits.sites).length > 0)
}

function parse(stored: unknown): SharedTime | null {
  const parsed = sharedSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}
