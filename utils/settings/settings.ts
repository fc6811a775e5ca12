import * as z from 'zod/mini'
import type { CalmSettings } from '../calm/calm-settings'
import { DEFAULT_LOOKS, type Looks, SCHEMES } from '../looks/scheme'
import { parseReaderPreferences, type ReaderPreferences } from '../reader/preferences'
import { type PacingPreferences, parsePacingPreferences } from './pacing-schema'
import { flatten, unflatten } from './paths'
import { type Parsed, Reading } from './reading'
import { canonical, type Values } from './registers'
import { parseCalm } from './schema'

/** Everything a person can set, by part. */
export interface Settings {
  readonly calm: CalmSettings
  readonly pacing: PacingPreferences
  readonly reader: ReaderPreferences
  readonly looks: Looks
}

export type PartName = keyof Settings

/** What reads each part from anything at all: field by field, never throwing. A new part is added here and in paths. */
const READERS: { readonly [N in PartName]: (stored: unknown) => Parsed<Settings[N]> } = {
  calm: parseCalm,
  pacing: parsePacingPreferences,
  reader: parseReaderPreferences,
  looks: parseLooks,
}

const PART_NAMES = Object.keys(READERS) as PartName[]

/** What the settings are made of: the person's own choices, and what somebody has set beforehand. By path. */
export interface Chosen {
  readonly own: Values
  readonly preset: Values
}

/** @returns one part, with the person's own choices over presets over defaults, and whether any of their own is damaged. */
export function readPart<N extends PartName>(name: N, { own, preset }: Chosen): Parsed<Settings[N]> {
  const parsed = READERS[name](unflatten(name, own))
  if (Object.keys(preset).length === 0) return parsed
  const layered = { ...preset, ...(parsed.damaged ? onlySound(own) : own) }
  return { value: READERS[name](unflatten(name, layered)).value, damaged: parsed.damaged }
}

/** @returns all parts. */
export function readSettings(chosen: Chosen): Settings {
  return {
    calm: readPart('calm', chosen).value,
    pacing: readPart('pacing', chosen).value,
    reader: readPart('reader', chosen).value,
    looks: readPart('looks', chosen).value,
  }
}

/** Whether a value at a path is one that Luwte knows, and takes whole. */
export function isSound(path: string, value: unknown): boolean {
  const name = PART_NAMES.find(name => path.startsWith(`${name}/`))
  if (!name) return false
  const read = flatten(name, READERS[name](unflatten(name, { [path]: value })).value)
  return Object.hasOwn(read, path) && canonical(read[path]) === canonical(value)
}

/** @returns the values that are. */
export function onlySound(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([path, value]) => isSound(path, value)))
}

/** @returns every setting by path. */
export function flattenSettings(settings: Settings): Values {
  return Object.assign({}, ...PART_NAMES.map(name => flatten(name, settings[name])))
}

/** @returns what has to be chosen to come from one to the other; `undefined` where something is given back. */
export function difference(before: Values, after: Values): Values {
  const gone = Object.keys(before).filter(path => !Object.hasOwn(after, path))
  const changed = Object.entries(after).filter(
    ([path, value]) => !Object.hasOwn(before, path) || canonical(before[path]) !== canonical(value),
  )
  return Object.fromEntries([...changed, ...gone.map(path => [path, undefined])])
}

function parseLooks(stored: unknown): Parsed<Looks> {
  const reading = new Reading(stored)
  const scheme = reading.field('scheme', z.enum(SCHEMES), DEFAULT_LOOKS.scheme)
  return { value: { scheme }, damaged: reading.damaged }
}
