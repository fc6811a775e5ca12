import * as z from 'zod/mini'
import { flatten } from './paths'
import { canonical, type Values } from './registers'
import { type Chosen, difference, flattenSettings, readSettings, type Settings } from './settings'

const FORMAT = 'luwte'

/** The version of the file's shape. A higher number was written by a newer Luwte, and is refused whole. */
export const FILE_VERSION = 1

/** Everything a person has set, as one file: named parts, each as it is in the settings. */
export interface SettingsFile {
  readonly format: typeof FORMAT
  readonly version: number
  readonly parts: Settings
}

/** Why a file is refused. Where only one place in it is wrong, `path` leads there: `pacing/block`. */
export type Refusal =
  | { readonly why: 'notJson' | 'notOurs' | 'newer' | 'empty' }
  | { readonly why: 'unknown' | 'unreadable'; readonly path: string }

/** What taking in a file would change, by path; `undefined` where a default comes back. */
export type ReadFile = { readonly ok: true; readonly changes: Values } | ({ readonly ok: false } & Refusal)

const envelope = z.object({ format: z.literal(FORMAT), version: z.int(), parts: z.unknown() })
const parts = z.record(z.string(), z.record(z.string(), z.unknown()))
type Parts = z.output<typeof parts>

/** Settings that are lists of any length. */
const LISTS = ['calm/levels', 'calm/sites', 'pacing/limits/sites']

/** @returns the settings as a file's text. */
export function writeFile(chosen: Chosen): string {
  const file: SettingsFile = { format: FORMAT, version: FILE_VERSION, parts: readSettings(chosen) }
  return `${JSON.stringify(file, null, 2)}\n`
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
  const read = envelope.safeParse(file)
  if (!read.success) return { ok: false, why: 'notOurs' }
  if (read.data.version > FILE_VERSION) return { ok: false, why: 'newer' }
  const found = parts.safeParse(read.data.parts)
  if (!found.success) return { ok: false, why: 'unreadable', path: pathOf(found.error) }
  const values = Object.entries(found.data).flatMap(([name, part]) => Object.entries(flatten(name, part)))
  if (values.length === 0) return { ok: false, why: 'empty' }
  const known = flattenSettings(readSettings({ own: Object.fromEntries(values), preset: {} }))
  const wrong = values.find(([path, value]) => !isIn(known, path, value))
  if (wrong) return { ok: false, why: isSetting(wrong[0]) ? 'unreadable' : 'unknown', path: wrong[0] }
  return { ok: true, changes: changesBy(found.data, Object.fromEntries(values), chosen) }
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
