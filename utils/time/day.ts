import { temporal } from './temporal'

/**
 * One of the person's days: from their own hour to the same hour of the next calendar date, in one time zone.
 * It lasts 24 h as a rule, 23 or 25 when the clock changes, and nothing on a date the zone skipped.
 */
export interface Day {
  /** The calendar date the day began on, ISO 8601 ("2026-03-29"). */
  readonly key: string
  /** First instant of the day, epoch milliseconds. */
  readonly from: number
  /** First instant of the next day, epoch milliseconds. */
  readonly to: number
}

/** Where and when a person's days begin. */
export interface DayRule {
  /** IANA time zone, for example "Europe/Amsterdam". */
  readonly zone: string
  /** Minutes after midnight at which a day rolls over, 0-1439. */
  readonly rolloverMinute: number
}

/** A day together with the rule it follows from. */
export type RuledDay = Day & DayRule

/** A stretch of time inside one day. */
export interface DayPart {
  readonly day: string
  /** Epoch milliseconds, `from` included, `to` not. */
  readonly from: number
  readonly to: number
}

/**
 * The instant of a wall-clock minute on a calendar date. A minute the clock skips becomes the one as far after the
 * jump; a minute that comes twice is the first of the two (Temporal's "compatible" rule).
 *
 * @param date ISO 8601 calendar date.
 * @param minute minutes after midnight, 0-1439.
 * @returns epoch milliseconds.
 * @throws {RangeError} on a date, zone or minute that does not exist.
 */
export function instantOf(date: string, minute: number, zone: string): number {
  const name = `${date} ${minute} ${zone}`
  const known = knownInstants.get(name)
  if (known !== undefined) return known
  const { PlainDate, PlainTime } = temporal()
  const plainTime = PlainTime.from(
    { hour: Math.floor(minute / 60), minute: minute % 60 },
    { overflow: 'reject' },
  )
  const instant = PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
  if (knownInstants.size === MOST_KNOWN) knownInstants.clear()
  knownInstants.set(name, instant)
  return instant
}

/** The same few are asked for at every step: today's ends and its evening. */
const knownInstants = new Map<string, number>()
const MOST_KNOWN = 50

/** The calendar date `days` after `date` (before, when negative), both ISO 8601. */
export function addDays(date: string, days: number): string {
  return temporal().PlainDate.from(date).add({ days }).toString()
}

/**
 * The day that holds an instant.
 *
 * @param at epoch milliseconds.
 * @throws {RangeError} on an unknown zone.
 */
export function dayAt(at: number, { zone, rolloverMinute }: DayRule): Day {
  const local = temporal().Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const start = (date: string) => instantOf(date, rolloverMinute, zone)
  // A clock change can shift a start past its own date's hours, so the instants decide, not the local date.
  let key = local.toPlainDate().toString()
  let from = start(key)
  while (from > at) {
    key = addDays(key, -1)
    from = start(key)
  }
  for (;;) {
    const next = addDays(key, 1)
    const to = start(next)
    if (to > at) return { key, from, to }
    key = next
    from = to
  }
}

/** The day that holds an instant; the one already known, if it still is that day. */
export function keepOrFindDay(known: RuledDay, at: number, { zone, rolloverMinute }: DayRule): RuledDay {
  const sameRule = known.zone === zone && known.rolloverMinute === rolloverMinute
  if (sameRule && known.from <= at && at < known.to) return known
  return { ...dayAt(at, { zone, rolloverMinute }), zone, rolloverMinute }
}

/** Cuts a stretch of time at every roll-over in it. The parts touch, and together they are the whole. */
export function splitByDay(from: number, to: number, known: RuledDay): DayPart[] {
  const parts: DayPart[] = []
  let start = from
  for (let day = keepOrFindDay(known, from, known); start < to; day = dayAfter(day)) {
    // A date that the zone skipped has no length.
    if (day.to <= start) continue
    parts.push({ day: day.key, from: start, to: Math.min(to, day.to) })
    start = day.to
  }
  return parts
}

function dayAfter({ key, to, zone, rolloverMinute }: RuledDay): RuledDay {
  const next = addDays(key, 1)
  return { key: next, from: to, to: instantOf(addDays(next, 1), rolloverMinute, zone), zone, rolloverMinute }
}
