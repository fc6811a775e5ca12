import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayAt, instantOf, type RuledDay, splitByDay } from '@/utils/time/day'
import { DEEP, PROPERTY_TIMEOUT, RUNS } from '../runs'

const HOUR = 3_600_000
const FOUR = 4 * 60

function ruledDay(at: number, zone: string, rolloverMinute = FOUR): RuledDay {
  return { ...dayAt(at, { zone, rolloverMinute }), zone, rolloverMinute }
}

describe('a day', () => {
  it.each([
    ['ordinary', '2026-06-10', 'Europe/Amsterdam', 24],
    ['spring, clocks forward', '2026-03-28', 'Europe/Amsterdam', 23],
    ['autumn, clocks back', '2026-10-24', 'Europe/Amsterdam', 25],
    ['a half-hour change', '2026-10-03', 'Australia/Lord_Howe', 23.5],
  ])('%s', (_, date, zone, hours) => {
    const { from, to, key } = dayAt(instantOf(date, FOUR, zone), { zone, rolloverMinute: FOUR })
    expect([key, (to - from) / HOUR]).toEqual([date, hours])
  })

  it('begins after the gap when its own hour is skipped', () => {
    const zone = 'Europe/Amsterdam'
    const { from } = dayAt(Date.UTC(2026, 2, 29, 12), { zone, rolloverMinute: 150 })
    expect(new Date(from).toISOString()).toBe('2026-03-29T01:30:00.000Z')
  })

  it('begins the first time when its own hour comes twice', () => {
    const zone = 'Europe/Amsterdam'
    const { from } = dayAt(Date.UTC(2026, 9, 25, 12), { zone, rolloverMinute: 150 })
    expect(new Date(from).toISOString()).toBe('2026-10-25T00:30:00.000Z')
  })

  it('has no length on a date that a zone skipped', () => {
    const zone = 'Pacific/Apia'
    const before = dayAt(Date.UTC(2011, 11, 30, 9), { zone, rolloverMinute: FOUR })
    const after = dayAt(before.to, { zone, rolloverMinute: FOUR })
    expect([before.key, after.key]).toEqual(['2011-12-29', '2011-12-31'])
  })

  it('rejects a minute that is not in a day', () => {
    expect(() => instantOf('2026-01-01', 1440, 'UTC')).toThrow(RangeError)
  })
})

describe('splitting', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const [from, to] = [Date.UTC(2020, 0, 1), Date.UTC(2030, 0, 1)]

  it(
    'ends, and its parts are whole days that touch and sum to ten years, in every zone',
    () => {
      // A quick run takes the same zones over a part of the years, another part for each.
      zones.forEach((zone, i) => {
        const start = DEEP ? from : Date.UTC(2020 + (i % 10), (i % 4) * 3, 1)
        const end = DEEP ? to : start + 100 * 24 * HOUR
        const parts = splitByDay(start, end, ruledDay(start, zone))
        expect(parts[0]?.from).toBe(start)
        expect(parts.at(-1)?.to).toBe(end)
        parts.slice(1).forEach((part, i) => {
          expect(part.from).toBe(parts[i]?.to)
          expect(part.day).toBe(addDays(parts[i]?.day ?? '', 1))
        })
        expectRollovers(
          zone,
          parts.slice(1).map(part => part.from),
        )
      })
    },
    PROPERTY_TIMEOUT,
  )

  it(
    'at any hour, of any stretch, ends, and its parts touch, lie each in its day and sum to the whole',
    () => {
      const instant = fc.integer({ min: from, max: to })
      const length = fc.integer({ min: 1, max: 40 * 24 * HOUR })
      const minute = fc.integer({ min: 0, max: 1439 })
      fc.assert(
        fc.property(fc.constantFrom(...zones), minute, instant, length, (zone, minute, start, length) => {
          const day = ruledDay(start, zone, minute)
          const parts = splitByDay(start, start + length, day)
          parts.forEach((part, i) => {
            expect(part.from).toBe(parts[i - 1]?.to ?? start)
            const own = ruledDay(part.from, zone, minute)
            expect([part.day, part.to <= own.to]).toEqual([own.key, true])
          })
          expect(parts.reduce((sum, part) => sum + part.to - part.from, 0)).toBe(length)
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )
})

/** Every cut is where the zone's wall clock says four, by `Intl`, which knows nothing of Temporal. */
function expectRollovers(zone: string, cuts: readonly number[]): void {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const wrong = cuts.filter(cut => format.format(cut) !== '04:00:00')
  expect(wrong.map(cut => `${zone} ${new Date(cut).toISOString()}`)).toEqual([])
}
