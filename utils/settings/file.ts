import * as z from 'zod/mini'
import type { DiaryEntry } from '../diary/entry'
import { readDiaryPart, toDiaryPart, type WrittenDay } from '../diary/file'
import { envelopeSchema, envelopeText, FILE_VERSION } from './envelope'
import { flatten } from './paths'
import { canonical, type Values } from './registers'
import { type Chosen, difference, flattenSettings, readSettings } from './settings'

/** Why a file is refused. Where only one place in it is wrong, `path` leads there: `pacing/block`. */
export type Refusal =
  | { readonly why: 'notJson' | 'notOurs' | 'newer' | 'empty' }
  | { readonly why: 'unknown' | 'unreadable'; readonly path: string }

export type ReadFile =
  | {
      readonly ok: true
      /** What taking in the settings would change, by path; `undefined` where a default comes back. */
      readonly changes: Values
      /** The days of the diary in it. */
      readonly days: readonly WrittenDay[]
    }
  | ({ readonly ok: false } & Refusal)

const named = z.record(z.string(), z.unknown())
const parts = z.record(z.string(), z.record(z.string(), z.unknown()))
type Parts = z.output<typeof parts>

/** Settings that are lists of any length. */
const LISTS = ['calm/levels', 'calm/sites', 'pacing/limits/sites']

/** @returns the settings as a file's text, with the diary beside them where one is given. */
export function writeFile(chosen: Chosen, diary: readonly DiaryEntry[] = []): string {
  const settings = readSettings(chosen)
  return envelopeText(diary.length > 0 ? { ...settings, diary: toDiaryPart(diary) } : { ...settings })
}

/** Reads the text of a file. Never throws: a file that is not sound in every place is refused whole. */
export function readFileText(text: string, chosen: Chosen): ReadFile {
  try {
    return readFile(JSON.parse(text), chosen)
  } catch {
    return { ok: false, why: 'notJson' }
  }
}

/** The same for a file that was parsed already. */
export function readFile(file: unknown, chosen: Chosen): ReadFile {
  const read = envelopeSchema.safeParse(file)
  if (!read.success) return { ok: false, why: 'notOurs' }
  if (read.data.version > FILE_VERSION) return { ok: false, why: 'newer' }
  const all = named.safeParse(read.data.parts)
  if (!all.success) return { ok: false, why: 'unreadable', path: 'parts' }
  const { diary = [], ...settings } = all.data
  const written = readDiaryPart(diary)
  if (!written.ok) return written
  const found = parts.safeParse(settings)
  if (!found.success) return { ok: false, why: 'unreadable', path: pathOf(found.error) }
  const values = Object.entries(found.data).flatMap(([name, part]) => Object.entries(flatten(name, part)))
  if (values.length + written.days.length === 0) return { ok: false, why: 'empty' }
  const known = flattenSettings(readSettings({ own: Object.fromEntries(values), preset: {} }))
  const wrong = values.find(([path, value]) => !isIn(known, path, value))
  if (wrong) return { ok: false, why: isSetting(wrong[0]) ? 'unreadable' : 'unknown', path: wrong[0] }
  return { ok: true, changes: changesBy(found.data, Object.fromEntries(values), chosen), days: written.days }
}

/** A list that is in the file holds as a whole: a site that is not in it goes. Any other setting not in it stays. */
function changesBy(parts: Parts, values: Values, chosen: Chosen): Values {
  const before = flattenSettings(readSettings(chosen))
  const whole = LISTS.filter(list => isNamed(parts, list))
  const stay = Object.entries(before).filter(([path]) => !whole.some(list => path.startsWith(`${list}/`)))
  return difference(before, { ...Object.fromEntries(stay), ...values })
}

function isNamed(parts: Parts, list: string): boolean {
  const [part = '', ...names] = list.split('/')
  const found = names.reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], parts[part])
  return found !== undefined
}

function isIn(values: Values, path: string, value: unknown): boolean {
  return Object.hasOwn(values, path) && canonical(values[path]) === canonical(value)
}

const STANDARD = flattenSettings(readSettings({ own: {}, preset: {} }))

/** Whether there is such a setting, or a list it may stand in. */
function isSetting(path: string): boolean {
  return (
    Object.hasOwn(STANDARD, path) ||
    LISTS.some(list => `${path}/`.startsWith(`${list}/`)) ||
    path === 'pacing/limits'
  )
}

function pathOf(error: z.core.$ZodError): string {
  return error.issues[0]?.path.map(String).join('/') || 'parts'
}
