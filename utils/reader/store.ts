import { browser } from 'wxt/browser'
import { keepAside } from '../settings/store'
import { type Place, parsePlaces } from './places'

/** On this device only: where the person was, and which part of a site's pages they picked. */
const PLACES = 'reader:places'
const PARTS = 'reader:parts'

export async function loadPlaces(): Promise<Place[]> {
  const { [PLACES]: stored } = await browser.storage.local.get(PLACES)
  const { value, damaged } = parsePlaces(stored)
  if (damaged) await keepAside(PLACES, stored)
  return value
}

export async function savePlaces(places: readonly Place[]): Promise<void> {
  await browser.storage.local.set({ [PLACES]: places })
}

/** @returns the selector of the part that was picked on each site. */
export async function loadParts(): Promise<Record<string, string>> {
  const { [PARTS]: stored } = await browser.storage.local.get(PARTS)
  const entries = Object.entries(stored ?? {})
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

export async function saveParts(parts: Readonly<Record<string, string>>): Promise<void> {
  await browser.storage.local.set({ [PARTS]: parts })
}

/** Calls back when another part was picked on some site. @returns what ends it. */
export function onPartsChanged(changed: () => void): () => void {
  const listen: Parameters<typeof browser.storage.onChanged.addListener>[0] = (changes, area) => {
    if (area === 'local' && PARTS in changes) changed()
  }
  browser.storage.onChanged.addListener(listen)
  return () => browser.storage.onChanged.removeListener(listen)
}
