import * as z from 'zod/mini'
import type { Leftover } from './calm/leftovers'
import { type CalmOptions, CHOSEN_OPTION_IDS, type ChosenOptionId } from './calm/options'
import type { PictureReading } from './calm/page/picture-reader'
import type { CalmPageState } from './calm/page-state'
import { PART_NAMES, type PartName } from './calm/parts'
import type { DiaryState } from './diary/diary-state'
import { dayKey } from './history/day-key'
import { ANSWERS, type SurfaceMessage } from './nudges/messages'
import { type Energy, PRESETS } from './pacing/settings'
import { MAX_BLOCK_MINUTES, MAX_LIMIT_MINUTES, MAX_REST_MINUTES } from './pacing-bounds'
import type { PacingView } from './pacing-view'
import { placeSchema } from './reader/places'
import { type ReaderPreferences, readerChoiceSchema } from './reader/preferences'
import type { ReaderState } from './reader/reader-state'
import { choiceSchema } from './settings/pacing-schema'
import type { SettingsView } from './settings/settings-view'

const tabId = z.int()
const level = () => z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const option = () => z.enum(CHOSEN_OPTION_IDS as [ChosenOptionId, ...ChosenOptionId[]])
const energy = () => z.enum(Object.keys(PRESETS) as [Energy, ...Energy[]])
const minutes = (most: number) => z.int().check(z.gte(1), z.lte(most))
const limit = () => z.nullable(minutes(MAX_LIMIT_MINUTES))
const forgotten = () =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('day'), day: dayKey }),
    z.object({ kind: z.literal('site'), site: z.string() }),
    z.object({ kind: z.literal('all') }),
  ])

/**
 * What other contexts may ask of the background, by name. Each request is parsed with its schema on receipt, and the schema
 * made then: a background that wakes for one request, with a person waiting, makes one schema and not all.
 */
export const requestSchemas = {
  /** Somebody is about to ask something, and the background may have to be woken for it. */
  wake: () => z.object({}),

  /** The state of calm mode for a tab. */
  'calm.state': () => z.object({ tabId }),
  /** The switch: calm mode on or off, where `where` says. */
  'calm.switch': () => z.object({ tabId, on: z.boolean() }),
  'calm.where': () => z.object({ tabId, where: z.enum(['site', 'everywhere']) }),
  /** The knob; 0 switches off. */
  'calm.level': () => z.object({ tabId, level: level() }),
  /** Changes one option of the level in force; null gives back the level's default. */
  'calm.adjust': () => z.object({ tabId, option: option(), value: z.nullable(z.number()) }),
  /** Lets everything on the page's site move, or no more. */
  'calm.letMove': () => z.object({ tabId, moves: z.boolean() }),
  /** Keeps level and adjustments for this site alone, or gives that up. */
  'calm.ownSettings': () => z.object({ tabId, own: z.boolean() }),
  /** Gives a sub-domain settings of its own, or lets it follow its site again. */
  'calm.setApart': () => z.object({ tabId, apart: z.boolean() }),
  /** What could not be calmed on the page in a tab, as things stand now. */
  'calm.leftovers': () => z.object({ tabId }),
  /** A frame asks what its page's options are; the tab is the sender's. */
  'calm.frame': () => z.object({}),
  /** A frame asks which of its pictures move, by address, but for those it knows of. */
  'calm.pictures': () => z.object({ urls: z.array(z.string()), known: z.array(z.string()) }),
  /** A frame that was there before calm mode asks for the script in the page's own world. */
  'calm.pageWorld': () => z.object({}),
  /** A frame asks for a part of calm mode that it was not given from its start. */
  'calm.part': () => z.object({ part: z.enum(PART_NAMES as [PartName, ...PartName[]]) }),

  /** The state of pacing, beside the page in a tab. */
  'pacing.state': () => z.object({ tabId }),
  'pacing.start': () => z.object({ tabId }),
  'pacing.pause': () => z.object({ tabId }),
  'pacing.resume': () => z.object({ tabId }),
  'pacing.rest': () => z.object({ tabId }),
  'pacing.later': () => z.object({ tabId }),
  'pacing.stop': () => z.object({ tabId }),
  /** This evening with its light, or without. */
  'pacing.eveningLight': () => z.object({ tabId, on: z.boolean() }),
  /** Holds nudges, or no more. */
  'pacing.quiet': () => z.object({ tabId, on: z.boolean() }),
  /** "I am reading": a page that nobody touches is in use. */
  'pacing.reading': () => z.object({ tabId, on: z.boolean() }),
  /** Shortens every block and limit for today. */
  'pacing.lowDay': () => z.object({ tabId, on: z.boolean() }),
  /** Block and rest in minutes of one's own, or as a preset has them. From the next block on. */
  'pacing.block': () =>
    z.object({
      tabId,
      blockMinutes: minutes(MAX_BLOCK_MINUTES),
      restMinutes: minutes(MAX_REST_MINUTES),
    }),
  'pacing.preset': () => z.object({ tabId, energy: energy() }),
  /** Both limits, the second for the page's site; null for none. */
  'pacing.limits': () => z.object({ tabId, dayMinutes: limit(), siteMinutes: limit() }),
  'pacing.choose': () => z.object({ tabId, choice: choiceSchema() }),
  /** What is to be shown now, for the page of Luwte's own that rests where no script may run. */
  'pacing.surface': () => z.object({}),
  /** A person's answer to a surface in a page. */
  'pacing.answer': () => z.object({ answer: z.enum(ANSWERS) }),
  /** What a page noticed while it is watched. */
  'pacing.report': () => z.object({ kind: z.enum(['typing', 'breakpoint', 'fullscreen']) }),

  /** What the diary page is to know. */
  'diary.state': () => z.object({}),
  /** Turns the diary on or off; what was written stays. */
  'diary.keep': () => z.object({ on: z.boolean() }),
  /** Erases screen time, for good. */
  'history.erase': () => z.object({ forgotten: forgotten() }),

  /** Everything that is set. */
  'settings.state': () => z.object({}),
  /** Chooses values by path, such as `calm/level`; the paths in `back` go back to their defaults. */
  'settings.choose': () => z.object({ values: z.record(z.string(), z.unknown()), back: z.array(z.string()) }),
  /** Takes in a file that was exported, as it was parsed from JSON. Refused where anything is wrong with it. */
  'settings.import': () => z.object({ file: z.unknown() }),

  /** Shows the article of the page in a tab by itself. */
  'reader.open': () => z.object({ tabId }),
  /** What the reader needs to know beside the article at an address. */
  'reader.state': () => z.object({ url: z.string() }),
  'reader.choose': () => z.object({ choice: readerChoiceSchema() }),
  /** Remembers where the person is; null for words when the article was read to its end. */
  'reader.keepPlace': () => z.object({ ...placeSchema.shape, words: z.nullable(placeSchema.shape.words) }),
  'reader.forgetPlaces': () => z.object({}),
  /** Lets Luwte find the article by itself again on the site of an address. */
  'reader.forgetPart': () => z.object({ url: z.string() }),
  /** The person picked a part of the page, by its selector; null when they went back without. The tab is the sender's. */
  'reader.picked': () => z.object({ part: z.nullable(z.string().check(z.maxLength(1000))) }),
} satisfies Record<string, () => z.core.$ZodType>

/** What scripts in pages may ask. Everything else is for Luwte's own pages. */
export const REQUESTS_OF_PAGES: readonly string[] = [
  'calm.frame',
  'calm.pictures',
  'calm.pageWorld',
  'calm.part',
  'pacing.answer',
  'pacing.report',
  'reader.picked',
]

export type RequestName = keyof typeof requestSchemas
export type RequestOf<N extends RequestName> = z.output<ReturnType<(typeof requestSchemas)[N]>>

/** What the background answers. */
export interface Replies {
  wake: null
  'calm.state': CalmPageState
  'calm.switch': CalmPageState
  'calm.where': CalmPageState
  'calm.level': CalmPageState
  'calm.adjust': CalmPageState
  'calm.letMove': CalmPageState
  'calm.ownSettings': CalmPageState
  'calm.setApart': CalmPageState
  'calm.leftovers': readonly Leftover[]
  'calm.frame': CalmOptions | null
  'calm.pictures': PictureReading
  'calm.pageWorld': string | null
  'calm.part': null
  'pacing.state': PacingView
  'pacing.start': PacingView
  'pacing.pause': PacingView
  'pacing.resume': PacingView
  'pacing.rest': PacingView
  'pacing.later': PacingView
  'pacing.stop': PacingView
  'pacing.eveningLight': PacingView
  'pacing.quiet': PacingView
  'pacing.reading': PacingView
  'pacing.lowDay': PacingView
  'pacing.block': PacingView
  'pacing.preset': PacingView
  'pacing.limits': PacingView
  'pacing.choose': PacingView
  'pacing.surface': SurfaceMessage
  /** What there is to say back, in the person's language. */
  'pacing.answer': string | null
  'pacing.report': null
  'diary.state': DiaryState
  'diary.keep': DiaryState
  'history.erase': null
  'settings.state': SettingsView
  'settings.choose': SettingsView
  'settings.import': SettingsView
  'reader.open': null
  'reader.state': ReaderState
  'reader.choose': ReaderPreferences
  'reader.keepPlace': null
  'reader.forgetPlaces': null
  'reader.forgetPart': null
  'reader.picked': null
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string }
