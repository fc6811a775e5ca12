import type { PartsWorld } from '../page/parts'

/** Has the styles of a page looked at as the page has them, where its pictures are shown in another tone. */
export function asOwn<T>(page: Document, look: () => T): T {
  const { calmParts } = globalThis as PartsWorld
  return calmParts?.tone ? calmParts.tone.asOwn(page, look) : look()
}
