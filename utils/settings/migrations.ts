import { flatten } from './paths'
import { choose, type Registers } from './registers'

/** The shape in which settings are kept. A higher number was written by a newer Luwte, and is left alone. */
export const SETTINGS_VERSION = 2

/** Settings in the shape of one version, as a browser's storage gives them. */
export type StoredItems = Readonly<Record<string, unknown>>

/** Version 1 kept calm mode, pacing and each site as items of their own, and not when anything was chosen. */
const SITE = 'site:'
const OF_VERSION_1 = (key: string) => key === 'calm' || key === 'pacing' || key.startsWith(SITE)

/** @returns the version that stored these items; the present one where nothing says so. */
export function versionOf({ version }: StoredItems): number {
  return typeof version === 'number' ? version : SETTINGS_VERSION
}

/** @returns the keys among the items that this version no longer uses. */
export function outdatedKeys(items: StoredItems): string[] {
  return Object.keys(items).filter(OF_VERSION_1)
}

/** @returns what an older version has stored, as the oldest of choices: whatever a device has chosen since is newer. */
export function migrate(items: StoredItems): Registers {
  const { calm, pacing } = items
  const sites = Object.keys(items).filter(key => key.startsWith(SITE))
  const values = {
    ...flatten('calm', calm),
    ...Object.fromEntries(sites.map(key => [`calm/sites/${key.slice(SITE.length)}`, items[key]])),
    ...flatten('pacing', pacing),
  }
  return choose({}, values, 0)
}
