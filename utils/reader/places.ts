import * as z from 'zod/mini'
import { type Parsed, Reading } from '../settings/reading'

/**
 * Where a person was in an article. Neither its address nor its words can be read from it: it is kept for weeks, and a
 * list of what somebody reads is nobody's business.
 */
export interface Place {
  /** A digest of the article's address. */
  readonly article: string
  /** A digest of the first words of the portion. */
  readonly words: string
  /** When it was last kept, ms since 1970. */
  readonly at: number
}

/** How many articles are remembered, and for how long. */
export const MAX_PLACES = 200
export const MAX_AGE_MS = 12 * 7 * 24 * 60 * 60 * 1000

const digest = z.string().check(z.regex(/^[\da-f]{32}$/))
export const placeSchema = z.object({ article: digest, words: digest })
const stored = z.object({ ...placeSchema.shape, at: z.number() })

/** Reads stored places one by one; what cannot be read is left out. */
export function parsePlaces(value: unknown): Parsed<Place[]> {
  if (value === undefined) return { value: [], damaged: false }
  const list = Array.isArray(value) ? value : []
  const reading = new Reading(Object.fromEntries(list.entries()))
  const places = reading.names.flatMap(name => reading.field(name, stored, null) ?? [])
  return { value: places, damaged: reading.damaged || !Array.isArray(value) }
}

/** Keeps a place, in the stead of an earlier one in that article; the oldest and those of long ago go. */
export function withPlace(places: readonly Place[], place: Place): Place[] {
  const others = places.filter(({ article, at }) => article !== place.article && place.at - at < MAX_AGE_MS)
  return [...others, place].sort((a, b) => a.at - b.at).slice(-MAX_PLACES)
}

/** @returns the places without that of one article: it was read to its end. */
export function withoutPlace(places: readonly Place[], article: string): Place[] {
  return places.filter(place => place.article !== article)
}

/** @returns a digest by which a text is known again, and from which it cannot be told. */
export async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(bytes, 0, 16), byte => byte.toString(16).padStart(2, '0')).join('')
}
