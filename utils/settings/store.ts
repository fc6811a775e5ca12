import { browser } from 'wxt/browser'
import type { CalmSettings } from '../calm/calm-settings'
import { pullFromDevices } from './devices'
import { flatten, partAt, unflatten } from './paths'
import { loadPresets } from './presets'
import { choose, type Registers, type Values, valuesOf } from './registers'
import { changeReplica, REPLICA, readReplica, registersIn } from './replica'
import { type Chosen, difference, type PartName, readPart, type Settings } from './settings'

/** Where an unreadable original is kept, on this device. */
const DAMAGED = 'damaged:'

/** Reads one part of the settings. A damaged value falls back field by field, and its original is kept aside. */
export async function loadPart<N extends PartName>(name: N): Promise<Settings[N]> {
  const chosen = await loadChosen()
  const { value, damaged } = readPart(name, chosen)
  if (damaged) await keepAside(name, unflatten(name, chosen.own))
  return value
}

export const loadCalmSettings = (): Promise<CalmSettings> => loadPart('calm')

/** @returns the person's own choices, and what was set beforehand. */
export async function loadChosen(): Promise<Chosen> {
  const [known, preset] = await Promise.all([readReplica(), loadPresets()])
  return { own: valuesOf(known ?? (await pullFromDevices())), preset }
}

/**
 * Writes what differs between two states of a part.
 * @throws NewerSettingsError when the stored settings are a newer version's; the browser's own error when full.
 */
export function savePart<N extends PartName>(
  name: N,
  before: Settings[N],
  after: Settings[N],
): Promise<void> {
  return saveValues(difference(flatten(name, before), flatten(name, after)))
}

export const saveCalmSettings = (before: CalmSettings, after: CalmSettings): Promise<void> =>
  savePart('calm', before, after)

/** Writes choices by path; `undefined` gives back the default. Throws as `savePart`. */
export async function saveValues(values: Values): Promise<void> {
  await changeReplica(known => choose(known ?? {}, values, Date.now()))
}

/** Calls `changed` when a part of the settings was changed, here, on another device or by a policy. */
export function onPartChanged(name: PartName, changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const { [REPLICA]: replica } = changes
    const own = area === 'local' && replica && differs(name, replica.oldValue, replica.newValue)
    if (own || (area === 'managed' && Object.keys(changes).some(path => partAt(path) === name))) changed()
  })
}

export const onCalmSettingsChanged = (changed: () => void): void => onPartChanged('calm', changed)

function differs(name: PartName, before: unknown, after: unknown): boolean {
  const [old, now] = [registersIn(before), registersIn(after)]
  const paths = Object.keys({ ...old, ...now }).filter(path => path.startsWith(`${name}/`))
  const at = (registers: Registers, path: string) => registers[path]?.[0]
  return paths.some(path => at(old, path) !== at(now, path))
}

/** Keeps an unreadable original on this device, where a person can ask for it. */
export async function keepAside(key: string, original: unknown): Promise<void> {
  await browser.storage.local.set({ [DAMAGED + key]: original })
}

/** Erases an original that was kept aside. */
export async function dropAside(key: string): Promise<void> {
  await browser.storage.local.remove(DAMAGED + key)
}
