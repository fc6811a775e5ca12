import * as z from 'zod/mini'
import { type Energy, PRESETS } from '../pacing/settings'
import { Reading } from '../settings/reading'

export const ENERGIES = Object.keys(PRESETS) as readonly Energy[]
export const PAINS = ['none', 'little', 'some', 'much'] as const
export type Pain = (typeof PAINS)[number]

/** More would become a task. */
export const MAX_WINS = 3
/** A small win takes a line. Characters. */
export const MAX_WIN_LENGTH = 120

/** What a person wrote about one day. Nothing in it has to be there. */
export interface DiaryEntry {
  readonly day: string
  readonly energy: Energy | null
  readonly pain: Pain | null
  /** Small wins, in their own words. */
  readonly wins: readonly string[]
  /** The person marked it as a bad day. */
  readonly bad: boolean
  /** The questions were shown that day; they are not asked again. */
  readonly asked: boolean
}

export type EntryChange = Partial<Omit<DiaryEntry, 'day'>>

/** What can be read of each part of an entry. */
export const entryFields = {
  energy: z.nullable(z.enum(ENERGIES as [Energy, ...Energy[]])),
  pain: z.nullable(z.enum(PAINS)),
  wins: z.array(z.unknown()),
  bad: z.boolean(),
  asked: z.boolean(),
}
export const win = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_WIN_LENGTH))

/** Reads a stored entry field by field. Never throws: what cannot be read is as if it was never written. */
export function parseEntry(day: string, stored: unknown): DiaryEntry {
  const reading = new Reading(stored)
  return {
    day,
    energy: reading.field('energy', entryFields.energy, null),
    pain: reading.field('pain', entryFields.pain, null),
    wins: reading
      .field('wins', entryFields.wins, [])
      .flatMap(text => win.safeParse(text).data ?? [])
      .slice(0, MAX_WINS),
    bad: reading.field('bad', entryFields.bad, false),
    asked: reading.field('asked', entryFields.asked, false),
  }
}

/** Whether the person wrote anything; that they were asked is not of their writing. */
export function hasWords({ energy, pain, wins, bad }: DiaryEntry): boolean {
  return energy !== null || pain !== null || wins.length > 0 || bad
}

/** The entry with one more small win; as it was, where it is empty, there already or one too many. */
export function withWin({ wins }: DiaryEntry, text: string): EntryChange {
  const said = text.trim().slice(0, MAX_WIN_LENGTH)
  const fits = said !== '' && wins.length < MAX_WINS && !wins.includes(said)
  return fits ? { wins: [...wins, said] } : {}
}

/** Small wins of earlier days, the latest first, that this day does not have: to add again with one tap. */
export function earlierWins(entries: readonly DiaryEntry[], today: DiaryEntry): string[] {
  const earlier = entries.filter(({ day }) => day < today.day).flatMap(({ wins }) => wins)
  const fresh = earlier.reverse().filter(win => !today.wins.includes(win))
  return [...new Set(fresh)].slice(0, MAX_WINS)
}
