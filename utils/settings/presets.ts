import { browser } from 'wxt/browser'
import { flatten, partAt } from './paths'
import type { Values } from './registers'
import { onlySound } from './settings'

/** What can be set beforehand. Looks are the person's alone, and so are sites. */
const PRESET_PARTS: readonly string[] = ['calm', 'pacing']

/**
 * What a clinic or a carer's organisation has set beforehand, by the browser's policies. It takes the place of defaults
 * and never of a choice: nothing can be locked. What cannot be read is left out.
 */
export async function loadPresets(): Promise<Values> {
  // Without a policy, Firefox refuses where Chromium answers with nothing.
  const managed = await browser.storage.managed.get(null).catch(() => ({}))
  return presetsIn(managed)
}

/**
 * @param managed settings by path, `{'calm/level': 3}`, or parts of them as a file holds them, `{calm: {level: 3}}`.
 * Chromium drops an entry that does not fit its schema: by path, that is one setting and not the whole part.
 * @returns the presets in what a policy says, by path.
 */
export function presetsIn(managed: unknown): Values {
  const entries = managed !== null && typeof managed === 'object' ? Object.entries(managed) : []
  const ours = entries.filter(([path]) => PRESET_PARTS.includes(partAt(path)))
  const all: Values = Object.assign({}, ...ours.map(([path, value]) => flatten(path, value)))
  return onlySound(Object.fromEntries(Object.entries(all).filter(([path]) => !path.includes('/sites'))))
}
