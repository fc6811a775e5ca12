import { browser } from 'wxt/browser'
import { type PacingPreferences, parsePacingPreferences } from './pacing-schema'
import { SETTINGS_VERSION } from './schema'
import { keepAside, NewerSettingsError } from './store'

/** In `storage.sync`, so that a person's devices agree. Screen time itself stays on the device. */
const KEY = 'pacing'
const VERSION = 'version'

/** Reads the pacing preferences. A damaged value falls back field by field, and its original is kept aside. */
export async function loadPacingPreferences(): Promise<PacingPreferences> {
  const { [KEY]: stored } = await browser.storage.sync.get(KEY)
  const { value, damaged } = parsePacingPreferences(stored)
  if (damaged) await keepAside(KEY, stored)
  return value
}

/**
 * Writes the pacing preferences.
 * @throws NewerSettingsError when the stored settings are a newer version's; the browser's own error when full.
 */
export async function savePacingPreferences(preferences: PacingPreferences): Promise<void> {
  const { [VERSION]: version } = await browser.storage.sync.get(VERSION)
  if (typeof version === 'number' && version > SETTINGS_VERSION) throw new NewerSettingsError()
  await browser.storage.sync.set({ [VERSION]: SETTINGS_VERSION, [KEY]: preferences })
}

/** Calls `changed` when the pacing preferences were changed, here or on another device. */
export function onPacingPreferencesChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'sync' && KEY in changes) changed()
  })
}
