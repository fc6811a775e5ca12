import { browser } from 'wxt/browser'
import type { CalmSettings, SiteSettings } from '../calm/calm-settings'
import { parseGeneral, parseSite, SETTINGS_VERSION } from './schema'

/**
 * Settings live in `storage.sync`, so that a person's devices agree. Each site has a key of its own: an item may hold
 * 8 KB, and two devices that change different sites do not overwrite each other.
 */
const GENERAL = 'calm'
const SITE = 'site:'
const VERSION = 'version'

/** Where an unreadable original is kept, on this device. */
const DAMAGED = 'damaged:'

/** Thrown on an attempt to write over settings that a newer version of Luwte has stored. */
export class NewerSettingsError extends Error {
  override name = 'NewerSettingsError'
}

/** Reads the calm settings. A damaged value falls back field by field, and its original is kept aside. */
export async function loadCalmSettings(): Promise<CalmSettings> {
  const stored = await browser.storage.sync.get(null)
  const general = parseGeneral(stored[GENERAL])
  if (general.damaged) await keepAside(GENERAL, stored[GENERAL])
  const sites: Record<string, SiteSettings> = {}
  for (const [key, value] of Object.entries(stored)) {
    if (!key.startsWith(SITE)) continue
    const site = parseSite(value)
    if (site.damaged) await keepAside(key, value)
    sites[key.slice(SITE.length)] = site.value
  }
  return { ...general.value, sites }
}

/**
 * Writes what differs between two states of the calm settings.
 * @throws NewerSettingsError when the stored settings are a newer version's; the browser's own error when full.
 */
export async function saveCalmSettings(before: CalmSettings, after: CalmSettings): Promise<void> {
  const { [VERSION]: version } = await browser.storage.sync.get(VERSION)
  if (typeof version === 'number' && version > SETTINGS_VERSION) throw new NewerSettingsError()
  const { sites, ...general } = after
  const changed = Object.entries(sites).filter(([name, site]) => before.sites[name] !== site)
  const gone = Object.keys(before.sites).filter(name => !(name in sites))
  await browser.storage.sync.set({
    [VERSION]: SETTINGS_VERSION,
    [GENERAL]: general,
    ...Object.fromEntries(changed.map(([name, site]) => [SITE + name, site])),
  })
  if (gone.length > 0) await browser.storage.sync.remove(gone.map(name => SITE + name))
}

/** Calls `changed` when the calm settings were changed, here or on another device. */
export function onCalmSettingsChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const ours = Object.keys(changes).some(key => key === GENERAL || key.startsWith(SITE))
    if (area === 'sync' && ours) changed()
  })
}

/** Keeps an unreadable original on this device, where a person can ask for it. */
export async function keepAside(key: string, original: unknown): Promise<void> {
  await browser.storage.local.set({ [DAMAGED + key]: original })
}

/** Erases an original that was kept aside. */
export async function dropAside(key: string): Promise<void> {
  await browser.storage.local.remove(DAMAGED + key)
}
