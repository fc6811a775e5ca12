import { browser } from 'wxt/browser'
import { flatten } from './paths'
import type { Values } from './registers'
import { onlySound, type PartName } from './settings'

/** What can be set beforehand. Looks are the person's alone, and so are sites. */
const PRESET_PARTS: readonly PartName[] = ['calm', 'pacing']

/**
 * What a clinic or a carer's organisation has set beforehand, by the browser's policies. It takes the place of defaults
 * and never of a choice: nothing can be locked. What cannot be read is left out.
 */
export async function loadPresets(): Promise<Values> {
  // Without a policy, Firefox refuses where Chromium answers with nothing.
  const managed = await browser.storage.managed.get(null).catch(() => ({}))
  return presetsIn(managed)
}

/** @returns the presets in what a policy says, by path. */
export function presetsIn(managed: unknown): Values {
  const parts = managed !== null && typeof managed === 'object' ? { ...managed } : {}
  const values = PRESET_PARTS.map(name => flatten(name, (parts as Record<string, unknown>)[name]))
  const all: Values = Object.assign({}, ...values)
  return onlySound(Object.fromEntries(Object.entries(all).filter(([path]) => !path.includes('/sites'))))
}
