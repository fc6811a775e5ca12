import { browser } from 'wxt/browser'
import { createQueue } from '../queue'
import { SETTINGS_VERSION, versionOf } from './migrations'
import { parseRegisters, type Registers } from './registers'

/**
 * What this device knows of the settings. It is what Luwte goes by, so that settings neither wait for the browser's sync
 * nor fail with it.
 */
export const REPLICA = 'settings'

/** Thrown on an attempt to write over settings that a newer version of Luwte has stored. */
class NewerSettingsError extends Error {
  override name = 'NewerSettingsError'
}

const inTurn = createQueue()

/** @returns the registers on this device; `null` where there never were any. */
export async function readReplica(): Promise<Registers | null> {
  const { [REPLICA]: stored } = await browser.storage.local.get(REPLICA)
  return stored === undefined ? null : registersIn(stored)
}

/** @returns the registers in what is stored under `REPLICA`. */
export function registersIn(stored: unknown): Registers {
  return parseRegisters(fieldsOf(stored).registers)
}

/**
 * Changes the registers on this device, one change at a time. Writes only what differs.
 *
 * @throws NewerSettingsError when a newer version has stored them; the browser's own error when it has no room.
 */
export function changeReplica(change: (registers: Registers | null) => Registers): Promise<Registers> {
  return inTurn(async () => {
    const { [REPLICA]: stored } = await browser.storage.local.get(REPLICA)
    if (versionOf(fieldsOf(stored)) > SETTINGS_VERSION) throw new NewerSettingsError()
    const before = stored === undefined ? null : registersIn(stored)
    const registers = change(before)
    if (before === null || !areSame(before, registers)) {
      await browser.storage.local.set({ [REPLICA]: { version: SETTINGS_VERSION, registers } })
    }
    return registers
  })
}

/** Whether two sets of registers hold the same: a register never changes without its time. */
function areSame(one: Registers, other: Registers): boolean {
  const paths = Object.keys(one)
  return (
    paths.length === Object.keys(other).length &&
    paths.every(path => Object.hasOwn(other, path) && one[path]?.[0] === other[path]?.[0])
  )
}

function fieldsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return stored !== null && typeof stored === 'object' ? { ...stored } : {}
}
