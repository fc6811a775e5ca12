import * as z from 'zod/mini'
import { MAX_OWN_IDEAS, MAX_OWN_WORDS } from '../guidance/own-words'
import { REST_IDEAS, type RestIdeaId, type RestIdeaSettings } from '../guidance/rest-ideas'
import {
  type BlockSettings,
  DEFAULT_PACING_SETTINGS,
  type LimitSettings,
  type PacingSettings,
} from '../pacing/settings'
import { MINUTE_MS } from '../pacing/timing'
import { MAX_BLOCK_MINUTES, MAX_LIMIT_MINUTES, MAX_REST_MINUTES } from '../pacing-bounds'
import { type Parsed, Reading } from './reading'

/** Everything a person can choose about pacing and rest: what the core follows, and what the surfaces around it do. */
export interface PacingPreferences extends PacingSettings, RestIdeaSettings {
  /** One rest idea on the rest surface. */
  readonly ideas: boolean
  /** Breathing along is on offer on the rest surface. */
  readonly breathing: boolean
  /** A system notification where nothing can be shown in the page. */
  readonly notifications: boolean
  /** Minutes left in digits, in the popup. */
  readonly showMinutes: boolean
  /** Limits count the screen time of the person's other devices too, by way of the browser's sync. */
  readonly acrossDevices: boolean
  /** A kind word to themselves, in the person's own words; empty for none. */
  readonly kindLine: string
  /** It stands on the rest surface. */
  readonly showKindLine: boolean
}

export const DEFAULT_PACING_PREFERENCES: PacingPreferences = {
  ...DEFAULT_PACING_SETTINGS,
  pem: false,
  crps: false,
  chosenMovement: [],
  ideas: true,
  breathing: true,
  notifications: false,
  showMinutes: false,
  acrossDevices: false,
  ownIdeas: [],
  kindLine: '',
  showKindLine: false,
}

const bool = z.boolean()
const minuteOfDay = z.int().check(z.gte(0), z.lte(24 * 60 - 1))
const movementIds = REST_IDEAS.filter(({ movement }) => movement).map(({ id }) => id)
const movementId = z.enum(movementIds as [RestIdeaId, ...RestIdeaId[]])

const ownWords = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_OWN_WORDS))
const ownIdea = z.object({ id: z.string().check(z.regex(/^own-/)), words: ownWords, chosen: bool })

const block = z
  .object({
    blockMs: lasting(MAX_BLOCK_MINUTES),
    restMs: lasting(MAX_REST_MINUTES),
    longRestMs: lasting(MAX_REST_MINUTES),
  })
  .check(z.refine(({ restMs, longRestMs }) => longRestMs >= restMs)) satisfies z.ZodMiniType<BlockSettings>

const limit = lasting(MAX_LIMIT_MINUTES)
const dayLimit = z.nullable(limit)
const record = z.record(z.string(), z.unknown())

/** What a person chooses one thing at a time. */
type Choices = Omit<PacingPreferences, 'block' | 'laterMs' | 'littleLongerMs' | 'limits'>

const choices: { readonly [K in keyof Choices]: z.ZodMiniType<Choices[K]> } = {
  resume: z.enum(['byPerson', 'atFirstActivity']),
  rolloverMinute: minuteOfDay,
  eveningMinute: z.nullable(minuteOfDay),
  sound: bool,
  pem: bool,
  crps: bool,
  chosenMovement: z.array(movementId),
  ideas: bool,
  breathing: bool,
  notifications: bool,
  showMinutes: bool,
  acrossDevices: bool,
  ownIdeas: z.array(ownIdea).check(z.maxLength(MAX_OWN_IDEAS)),
  kindLine: z.string().check(z.trim(), z.maxLength(MAX_OWN_WORDS)),
  showKindLine: bool,
}

/** Some of what a person chooses one thing at a time. */
export const choiceSchema = () => z.partial(z.object(choices))

/** Reads stored preferences field by field. Never throws: what cannot be read falls back to its default. */
export function parsePacingPreferences(stored: unknown): Parsed<PacingPreferences> {
  const standard = DEFAULT_PACING_PREFERENCES
  const reading = new Reading(stored)
  const limits = new Reading(reading.field('limits', record, {}))
  const choice = <K extends keyof Choices>(name: K): Choices[K] =>
    reading.field<z.ZodMiniType<Choices[K]>, Choices[K]>(name, choices[name], standard[name])
  const value: PacingPreferences = {
    block: reading.field('block', block, standard.block),
    laterMs: reading.field('laterMs', lasting(MAX_BLOCK_MINUTES), standard.laterMs),
    littleLongerMs: reading.field('littleLongerMs', lasting(MAX_BLOCK_MINUTES), standard.littleLongerMs),
    limits: readLimits(limits),
    resume: choice('resume'),
    rolloverMinute: choice('rolloverMinute'),
    eveningMinute: choice('eveningMinute'),
    sound: choice('sound'),
    pem: choice('pem'),
    crps: choice('crps'),
    chosenMovement: choice('chosenMovement'),
    ideas: choice('ideas'),
    breathing: choice('breathing'),
    notifications: choice('notifications'),
    showMinutes: choice('showMinutes'),
    acrossDevices: choice('acrossDevices'),
    ownIdeas: choice('ownIdeas'),
    kindLine: choice('kindLine'),
    showKindLine: choice('showKindLine'),
  }
  return { value, damaged: reading.damaged || limits.damaged }
}

function readLimits(reading: Reading): LimitSettings {
  const bySite = new Reading(reading.field('sites', record, {}))
  const sites = bySite.names.flatMap(site => {
    const ms = bySite.field(site, limit, null)
    return ms === null ? [] : [[site, ms] as const]
  })
  reading.damaged ||= bySite.damaged
  return { dayMs: reading.field('dayMs', dayLimit, null), sites: Object.fromEntries(sites) }
}

/** Milliseconds, from a minute to `maxMinutes`. */
function lasting(maxMinutes: number) {
  return z.int().check(z.gte(MINUTE_MS), z.lte(maxMinutes * MINUTE_MS))
}
