import * as z from 'zod/mini'
import { DUSK_STEPS } from '../dusk'
import { dayAt, type RuledDay } from '../time/day'
import type { Span } from '../time/spans'
import type { LedgerInterval } from './ledger'
import type { Block, Cycle, LimitAnswers, PacingState, Plan, Surface } from './state'
import { BLOCKS_TO_LONG_REST } from './timing'

/** The version of what is stored. It goes up when an older program could misread it. */
export const PACING_STATE_VERSION = 1

/** What is put in storage. */
export interface StoredPacingState {
  readonly version: number
  readonly state: PacingState
}

/**
 * What was found in storage.
 *
 * - `read`: usable. `damaged` names the fields that were not, and have the fallback's value.
 * - `newer`: written by a later version; it is to be left alone.
 */
export type ParsedPacingState =
  | { readonly kind: 'read'; readonly state: PacingState; readonly damaged: readonly string[] }
  | { readonly kind: 'newer' }

/** The furthest a date can be from 1970, milliseconds (ECMA-262, time values). */
const LAST_INSTANT = 8.64e15

const ms = z.number().check(z.gte(0))
const instant = z.int().check(z.gte(-LAST_INSTANT), z.lte(LAST_INSTANT))
const text = z.string()

const plan = z.object({ blockMs: ms, restMs: ms }) satisfies z.ZodMiniType<Plan>
const block = { plan, activeMs: ms, targetMs: ms, forewarned: z.boolean() } satisfies Shape<Block>

const cycle = z.union([
  z.object({ phase: z.literal('off') }),
  z.object({ phase: z.literal('work'), ...block }),
  z.object({ phase: z.literal('approach'), ...block }),
  z.object({ phase: z.literal('due1'), ...block, shownMs: ms }),
  z.object({ phase: z.literal('due2'), ...block }),
  z.object({ phase: z.literal('rest'), leftMs: ms }),
  z.object({ phase: z.literal('restDone'), by: z.literal('rest') }),
  z.object({ phase: z.literal('restDone'), by: z.literal('away'), untouched: z.boolean() }),
]) satisfies z.ZodMiniType<Cycle>

const scope = z.union([
  z.object({ kind: z.literal('day') }),
  z.object({ kind: z.literal('site'), site: text }),
])

const surface = z.union([
  z.object({ kind: z.literal('notice'), notice: z.enum(['forewarning', 'wasAway', 'evening']) }),
  z.object({ kind: z.literal('nudge'), stage: z.union([z.literal(1), z.literal(2)]) }),
  z.object({ kind: z.literal('limit'), scope }),
  z.object({ kind: z.literal('rest'), over: z.boolean() }),
]) satisfies z.ZodMiniType<Surface>

const signals = z.object({
  device: z.enum(['active', 'idle', 'away']),
  windows: z.array(
    z.object({ id: text, site: text, sound: z.boolean(), fullScreen: z.boolean(), call: z.boolean() }),
  ),
  focused: z.nullable(text),
  reading: z.boolean(),
  quiet: z.boolean(),
})

const span = { from: instant, to: instant }
const interval = z.object({
  ...span,
  day: text,
  site: text,
  device: text,
}) satisfies z.ZodMiniType<LedgerInterval>

/** Screen time by device, day and site, as other devices send it too. */
const totalsSchema = z.record(text, z.record(text, z.record(text, ms)))

const limitAnswers = z.object({
  day: text,
  off: z.boolean(),
  dayFromMs: z.nullable(ms),
  siteFromMs: z.record(text, ms),
}) satisfies z.ZodMiniType<LimitAnswers>

const ledgerFields = {
  totals: totalsSchema,
  covered: z.array(z.object(span)).check(z.refine(areSeparate)),
  outbox: z.array(interval),
} satisfies Shape<PacingState['ledger']>

const stateFields = {
  device: text,
  at: instant,
  today: z.object({ key: text, ...span, zone: text, rolloverMinute: z.int() }).check(z.refine(isTrueDay)),
  cycle,
  ordinal: z.int().check(z.gte(1), z.lte(BLOCKS_TO_LONG_REST)),
  signals,
  absentMs: ms,
  typingMs: ms,
  graceMs: ms,
  pausedUntil: z.nullable(instant),
  evening: z.boolean(),
  dusk: z.int().check(z.gte(0), z.lte(DUSK_STEPS)),
  brightOn: z.nullable(text),
  eveningSaidOn: z.nullable(text),
  held: z.boolean(),
  wasAway: z.boolean(),
  lowDay: z.nullable(text),
  lowDayOfferedOn: z.nullable(text),
  limitAnswers,
  surface: z.nullable(surface),
} satisfies Shape<Omit<PacingState, 'ledger'>>

/** The form in which a state is stored. */
export function toStored(state: PacingState): StoredPacingState {
  return { version: PACING_STATE_VERSION, state }
}

/**
 * Reads a stored state, field by field, and never throws: what is damaged or missing has the fallback's value.
 *
 * @param fallback the state of a new installation, at the present moment.
 */
export function parseStored(stored: unknown, fallback: PacingState): ParsedPacingState {
  const envelope = z.object({ version: z.int(), state: z.unknown() }).safeParse(stored)
  if (!envelope.success) return { kind: 'read', state: fallback, damaged: ['state'] }
  if (envelope.data.version > PACING_STATE_VERSION) return { kind: 'newer' }
  const damaged: string[] = []
  const found = fieldsOf(envelope.data.state)
  const { ledger: emptyLedger, ...fallbackFields } = fallback
  const fields = parseFields(stateFields, found, fallbackFields, name => damaged.push(name))
  const ledger = parseFields(ledgerFields, fieldsOf(found.ledger), emptyLedger, name =>
    damaged.push(`ledger.${name}`),
  )
  return { kind: 'read', state: { ...fields, ledger }, damaged }
}

/** One schema for each field of `T`. */
type Shape<T> = { readonly [K in keyof T]: z.ZodMiniType<T[K]> }

function parseFields<T extends object>(
  shape: Shape<T>,
  found: Readonly<Record<string, unknown>>,
  fallback: T,
  onDamaged: (name: string) => void,
): T {
  const result = { ...fallback }
  for (const name in shape) {
    const parsed = shape[name].safeParse(found[name])
    if (parsed.success) result[name] = parsed.data
    else onDamaged(name)
  }
  return result
}

/** Whether a day is what the calendar says it is. Zone rules change now and then, and so may an old answer. */
function isTrueDay(day: RuledDay): boolean {
  try {
    const found = dayAt(day.from, day)
    return found.key === day.key && found.from === day.from && found.to === day.to
  } catch {
    return false
  }
}

function areSeparate(spans: readonly Span[]): boolean {
  return spans.every(({ from, to }, i) => from < to && from > (spans[i - 1]?.to ?? Number.NEGATIVE_INFINITY))
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  const record = z.record(z.string(), z.unknown()).safeParse(value)
  return record.success ? record.data : {}
}
