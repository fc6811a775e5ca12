import * as z from 'zod/mini'
import { dayKey } from '../history/day-key'
import { envelopeText } from '../settings/envelope'
import { canonical } from '../settings/registers'
import { type DiaryEntry, entryFields, MAX_WINS, win } from './entry'

/** What a person wrote about one day, as it stands in a file. That they were asked is not of their writing. */
export type WrittenDay = Omit<DiaryEntry, 'asked'>

/** Stricter than what reads the store: a file that is not sound in every place is refused whole. */
const writtenDay: z.ZodMiniType<WrittenDay> = z.strictObject({
  day: dayKey,
  energy: entryFields.energy,
  pain: entryFields.pain,
  wins: z.array(win).check(z.maxLength(MAX_WINS)),
  bad: entryFields.bad,
})

/** The diary in a file; or where in it something is wrong: `diary/2026-11-09/pain`. */
export type ReadDiary =
  | { readonly ok: true; readonly days: readonly WrittenDay[] }
  | { readonly ok: false; readonly why: 'unknown' | 'unreadable'; readonly path: string }

/** @returns the diary as a part of a file. */
export function toDiaryPart(entries: readonly DiaryEntry[]): WrittenDay[] {
  return entries.map(({ day, energy, pain, wins, bad }) => ({ day, energy, pain, wins, bad }))
}

/** @returns the diary as a file of its own. */
export function toDiaryFile(entries: readonly DiaryEntry[]): string {
  return envelopeText({ diary: toDiaryPart(entries) })
}

/** Reads the diary part of a file, day by day. Never throws. */
export function readDiaryPart(part: unknown): ReadDiary {
  const list = z.array(z.unknown()).safeParse(part)
  if (!list.success) return { ok: false, why: 'unreadable', path: 'diary' }
  const days: WrittenDay[] = []
  for (const [i, entry] of list.data.entries()) {
    const read = writtenDay.safeParse(entry)
    if (!read.success) return refusalOf(read.error, placeOf(entry, i))
    if (days.some(({ day }) => day === read.data.day)) {
      return { ok: false, why: 'unreadable', path: placeOf(entry, i) }
    }
    days.push(read.data)
  }
  return { ok: true, days }
}

/** @returns the days of a file that are not in the diary as they are there. */
export function newDays(days: readonly WrittenDay[], entries: readonly DiaryEntry[]): WrittenDay[] {
  const present = new Set(toDiaryPart(entries).map(canonical))
  return days.filter(day => !present.has(canonical(day)))
}

function refusalOf(error: z.core.$ZodError, place: string): ReadDiary {
  const [issue] = error.issues
  const extra = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const [field = extra] = issue?.path.map(String) ?? []
  const path = field === undefined ? place : `${place}/${field}`
  return { ok: false, why: extra === undefined ? 'unreadable' : 'unknown', path }
}

/** By its day where that can be read, otherwise by where it stands. */
function placeOf(entry: unknown, index: number): string {
  const { data } = z.object({ day: dayKey }).safeParse(entry)
  return `diary/${data?.day ?? index + 1}`
}
