import * as z from 'zod/mini'
import { type Parsed, Reading } from '../settings/reading'

/** How the reader looks: light letters on dark, or dark letters on something soft. */
const THEMES = ['dark', 'paper'] as const
export type Theme = (typeof THEMES)[number]

export interface NumberRange {
  readonly min: number
  readonly max: number
  readonly step: number
}

/** What can be chosen along a line in the reader, apart from what calm mode has already. */
export const READER_RANGES = {
  /** How fast a person reads without effort, words a minute. */
  speed: { min: 40, max: 240, step: 20 },
  /** How fast a voice reads, in % of its own. */
  rate: { min: 50, max: 150, step: 10 },
} as const satisfies Record<string, NumberRange>

/** What a person can choose in the reader. */
export interface ReaderPreferences {
  readonly theme: Theme
  readonly speed: number
  readonly rate: number
  /** In portions; otherwise the whole article below each other. */
  readonly portions: boolean
  /** Says which portion of how many this is. Numbers are off until asked for. */
  readonly showProgress: boolean
  /** The voice for each language, by its `voiceURI`. */
  readonly voices: Readonly<Record<string, string>>
}

export const DEFAULT_READER_PREFERENCES: ReaderPreferences = {
  theme: 'dark',
  speed: 120,
  rate: 90,
  portions: true,
  showProgress: false,
  voices: {},
}

const fields: { readonly [K in keyof ReaderPreferences]: z.ZodMiniType<ReaderPreferences[K]> } = {
  theme: z.enum(THEMES),
  speed: within(READER_RANGES.speed),
  rate: within(READER_RANGES.rate),
  portions: z.boolean(),
  showProgress: z.boolean(),
  voices: z.record(z.string(), z.string()),
}

/** Some of what a person chooses. */
export const readerChoiceSchema = () => z.partial(z.object(fields))
export type ReaderChoice = z.output<ReturnType<typeof readerChoiceSchema>>

/** Reads stored preferences field by field. Never throws: what cannot be read falls back to its default. */
export function parseReaderPreferences(stored: unknown): Parsed<ReaderPreferences> {
  const reading = new Reading(stored)
  const field = <K extends keyof ReaderPreferences>(name: K): ReaderPreferences[K] =>
    reading.field<z.ZodMiniType<ReaderPreferences[K]>, ReaderPreferences[K]>(
      name,
      fields[name],
      DEFAULT_READER_PREFERENCES[name],
    )
  const value: ReaderPreferences = {
    theme: field('theme'),
    speed: field('speed'),
    rate: field('rate'),
    portions: field('portions'),
    showProgress: field('showProgress'),
    voices: field('voices'),
  }
  return { value, damaged: reading.damaged }
}

function within({ min, max }: NumberRange) {
  return z.int().check(z.gte(min), z.lte(max))
}
