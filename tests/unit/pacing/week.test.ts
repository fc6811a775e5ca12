import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEEP, PROPERTY_TIMEOUT } from '../runs'
import { Driver, HOUR, MINUTE, SECOND, windowOn } from './driver'

/** A stretch of a week as the person lived it. What each kind means for the ledger is written out in `worth` below. */
interface Stretch {
  readonly kind: 'use' | 'music' | 'idle' | 'locked' | 'elsewhere' | 'sleep' | 'closed'
  readonly seconds: number
  /** Which of the three windows has the focus. */
  readonly focus: 0 | 1 | 2
}

const SITES = ['a.example', 'b.example', 'c.example'] as const
const WEEK_SECONDS = (7 * 24 * HOUR) / SECOND
const HEARTBEAT_SECONDS = 60

const stretch: fc.Arbitrary<Stretch> = fc.record({
  kind: fc.constantFrom('use', 'use', 'use', 'music', 'idle', 'locked', 'elsewhere', 'sleep', 'closed'),
  seconds: fc.integer({ min: 10 * 60, max: 4 * 3600 }),
  focus: fc.constantFrom(0, 1, 2),
})

/** A week around a change of the clock, and a flight in the middle of it. */
const week = fc.record({
  start: fc.constantFrom(
    Date.UTC(2026, 2, 26, 7, 11, 5),
    Date.UTC(2026, 9, 22, 3, 0, 1),
    Date.UTC(2026, 9, 29, 22),
    Date.UTC(2026, 3, 2, 9, 30),
  ),
  zones: fc.constantFrom(
    ['Europe/Amsterdam', 'America/New_York'],
    ['America/New_York', 'Europe/Amsterdam'],
    ['Australia/Lord_Howe', 'Pacific/Honolulu'],
    ['Pacific/Auckland', 'Asia/Kathmandu'],
  ),
  stretches: fc.array(stretch, { minLength: 250, maxLength: 250 }),
})

/** The stretches that fit in a week, the last one cut. */
function cutToWeek(stretches: readonly Stretch[]): Stretch[] {
  let left = WEEK_SECONDS
  return stretches.flatMap(one => {
    const seconds = Math.min(one.seconds, left)
    left -= seconds
    return seconds > 0 ? [{ ...one, seconds }] : []
  })
}

/** The oracle. It goes through the week second by second, and knows the calendar only by what `Intl` prints. */
function expected(
  start: number,
  zones: readonly string[],
  stretches: readonly Stretch[],
): Map<string, number> {
  const totals = new Map<string, number>()
  let at = start
  stretches.forEach((one, i) => {
    const before = stretches[i - 1]
    const dayAt = personsDay(zones[i < stretches.length / 2 ? 0 : 1] ?? 'UTC')
    for (let second = 0; second < one.seconds; second += 1, at += SECOND) {
      const site = worth(one, before, second)
      if (site === null) continue
      const key = `${dayAt(at)} ${site}`
      totals.set(key, (totals.get(key) ?? 0) + 1)
    }
  })
  return totals
}

/** The site a second is counted for, or `null`. Of a sleep only the heartbeat it began in, on the page it began at. */
function worth({ kind, focus }: Stretch, before: Stretch | undefined, second: number): string | null {
  if (kind === 'use') return SITES[focus]
  if (kind === 'music') return SITES[2]
  if (kind !== 'sleep' && kind !== 'closed') return null
  return before && second < HEARTBEAT_SECONDS && ['use', 'music'].includes(before.kind)
    ? worth(before, undefined, 0)
    : null
}

/** The date on the wall four hours ago, as far as a wall clock that jumps has such a thing: by its own hands. */
function personsDay(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  })
  let minute = Number.NaN
  let day = ''
  return at => {
    if (Math.floor(at / MINUTE) === minute) return day
    minute = Math.floor(at / MINUTE)
    const [date = '', hour = ''] = format.format(at).split(', ')
    const dayBefore = new Date(Date.parse(`${date}T12:00:00Z`) - 24 * HOUR).toISOString().slice(0, 10)
    day = Number(hour) < 4 ? dayBefore : date
    return day
  }
}

/** The machine's week. What it stored is added up here, since its own totals only reach back a few days. */
function counted(
  start: number,
  zones: readonly string[],
  stretches: readonly Stretch[],
): Map<string, number> {
  const driver = new Driver(undefined, start, zones[0]).send({ type: 'start' })
  stretches.forEach((one, i) => {
    if (i >= stretches.length / 2 && driver.zone !== zones[1]) {
      driver.send({ type: 'tick' })
      driver.zone = zones[1] ?? 'UTC'
    }
    live(driver, one)
  })
  driver.send({ type: 'tick' })
  const intervals = driver.log.flatMap(({ effect }) => (effect.type === 'store' ? effect.intervals : []))
  const stored = new Map(intervals.map(interval => [interval.from, interval]))
  const totals = new Map<string, number>()
  for (const { day, site, from, to } of stored.values()) {
    const key = `${day} ${site}`
    totals.set(key, (totals.get(key) ?? 0) + (to - from) / SECOND)
  }
  return totals
}

function live(driver: Driver, { kind, seconds, focus }: Stretch): void {
  if (kind === 'sleep' || kind === 'closed') {
    driver.send({ type: 'tick' }).sleep(seconds * SECOND)
    driver.send({ type: kind === 'closed' ? 'wake' : 'tick' }).send({ type: 'device', device: 'away' })
    return
  }
  const windows = SITES.map((site, id) =>
    windowOn(site, { id: `${id}`, sound: kind === 'music' && id === 2 }),
  )
  const focused = kind === 'elsewhere' || kind === 'music' ? null : `${focus}`
  const device = (
    { use: 'active', elsewhere: 'active', music: 'idle', idle: 'idle', locked: 'away' } as const
  )[kind]
  // Two reports of one moment: what lies between them lasts no time.
  driver.send({ type: 'windows', windows, focused }).send({ type: 'device', device })
  driver.wait(seconds * SECOND).send({ type: 'tick' })
  driver.send({ type: 'stored', through: driver.now })
}

describe('a simulated week', () => {
  it(
    'is exact to the second by day and site: sleep, restarts, clock changes, a flight, three windows',
    () => {
      fc.assert(
        fc.property(week, ({ start, zones, stretches }) => {
          const lived = cutToWeek(stretches)
          expect(sorted(counted(start, zones, lived))).toEqual(sorted(expected(start, zones, lived)))
        }),
        { numRuns: DEEP ? 60 : 6 },
      )
    },
    PROPERTY_TIMEOUT,
  )
})

function sorted(totals: Map<string, number>): [string, number][] {
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1))
}
