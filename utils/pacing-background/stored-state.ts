import { browser } from 'wxt/browser'
import { parseStored, toStored } from '../pacing/schema'
import type { PacingState } from '../pacing/state'
import { dropAside, keepAside } from '../settings/store'

/** The state stays on the device: it knows which sites were open. */
const KEY = 'pacingState'

/** Thrown where a newer version of Luwte has stored its state: it is left alone. */
class NewerStateError extends Error {
  override name = 'NewerStateError'
}

/**
 * Reads the state. What is damaged has the fallback's value, and the original is kept aside.
 *
 * @param fallback the state of a new installation, at the present moment.
 * @throws NewerStateError
 */
export async function readState(fallback: PacingState): Promise<PacingState> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  if (stored === undefined) return fallback
  const parsed = parseStored(stored, fallback)
  if (parsed.kind === 'newer') throw new NewerStateError('a newer version has stored the pacing state')
  if (parsed.damaged.length > 0) await keepAside(KEY, stored)
  return parsed.state
}

export async function writeState(state: PacingState): Promise<void> {
  await browser.storage.local.set({ [KEY]: toStored(state) })
}

/** Drops the unreadable original that may have been kept: it can hold what the person erases. */
export function forgetAside(): Promise<void> {
  return dropAside(KEY)
}
