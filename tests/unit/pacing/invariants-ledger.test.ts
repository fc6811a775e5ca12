import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { charge, EMPTY_LEDGER } from '@/utils/pacing/ledger'
import { isEngaged } from '@/utils/pacing/presence'
import { mergeTotals, totalOf } from '@/utils/pacing/totals'
import { dayAt, type RuledDay } from '@/utils/time/day'
import type { Span } from '@/utils/time/spans'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'
import { totals } from './arbitraries'
import { MINUTE } from './driver'
import { added, always, countedOn, daysIn, intervalsIn, overall, passed, sumOf, woke } from './turns'

describe('the ledger', () => {
  always('charges no more than the time that passed, and none that was not spent at a page', turn => {
    const most = isEngaged(turn.before.signals) ? Math.max(0, passed(turn)) : 0
    expect(added(turn)).toBeGreaterThanOrEqual(0)
    expect(added(turn)).toBeLessThanOrEqual(most)
  })

  always(
    'charges a sleep, a closed browser and a moved clock with one heartbeat at most, a set-back with none',
    turn => {
      if (woke(turn)) expect(added(turn)).toBeLessThanOrEqual(passed(turn) < 0 ? 0 : MINUTE)
    },
  )

  always('never lets a total fall', ({ before, after }) => {
    for (const day of daysIn(after)) {
      for (const site of ['a.example', 'b.example', '']) {
        const was = totalOf(before.ledger.totals, day, site)
        expect(was).toBeGreaterThanOrEqual(0)
        expect(totalOf(after.ledger.totals, day, site)).toBeGreaterThanOrEqual(was)
      }
    }
  })

  overall(
    'holds no more than the length of a day, whatever the clock is set to',
    (turns, { at, settings }) => {
      const zone = 'Europe/Amsterdam'
      const stayed = turns.filter(({ event }) => event.zone === zone)
      if (stayed.length !== turns.length) return
      for (const { after } of turns) {
        expect(at).toBeDefined()
        expect(settings.rolloverMinute).toBe(after.today.rolloverMinute)
        expect(countedOn(after, after.today.key)).toBeLessThanOrEqual(after.today.to - after.today.from)
      }
    },
  )

  overall('sends the history what it counts, each instant once', turns => {
    const sent = turns.flatMap(({ effects }) => effects).flatMap(intervalsIn)
    const stored = new Map(sent.map(interval => [`${interval.day} ${interval.from}`, interval]))
    const spans = [...stored.values()].sort((a, b) => a.from - b.from)
    spans.forEach((span, i) => {
      expect(span.from).toBeGreaterThanOrEqual(spans[i - 1]?.to ?? Number.NEGATIVE_INFINITY)
    })
    const last = turns.at(-1)
    if (!last || turns.some(({ before, after }) => before.today.key !== after.today.key)) return
    expect(spans.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(sumOf(last.after))
  })
})

const HOUR_MS = 60 * MINUTE
/** By Antarctic stations that change their clocks by more than an hour, a day can have other lengths. */
const zones = Intl.supportedValuesOf('timeZone').filter(zone => !zone.startsWith('Antarctica/'))
const second = (min: number, max: number) => fc.integer({ min, max }).map(count => count * 1000)
/** Any day of ten years anywhere, by anybody's hour. */
const someDay = fc
  .record({
    at: second(Date.UTC(2020, 0, 1) / 1000, Date.UTC(2030, 0, 1) / 1000),
    zone: fc.constantFrom(...zones),
    rolloverMinute: fc.integer({ min: 0, max: 1439 }),
  })
  .map(({ at, ...rule }): RuledDay => ({ ...dayAt(at, rule), ...rule }))

describe('a day in the ledger', () => {
  it('never holds more than its 23, 24 or 25 hours, and all of them for who never leaves', () => {
    check(someDay, fc.array(second(-26 * 3600, 26 * 3600), { maxLength: 6 }), (day, ends) => {
      const length = day.to - day.from
      expect(length).toBeLessThanOrEqual(25 * HOUR_MS)
      expect(length).toBeGreaterThanOrEqual(23 * HOUR_MS)
      const around = { from: day.from - 2 * HOUR_MS, to: day.to + 2 * HOUR_MS }
      const uses = [...pairs(ends, day.from), around, ...pairs(ends, day.to)]
      const { totals } = uses.reduce((ledger, span) => charge(ledger, onSite(span), day), EMPTY_LEDGER)
      expect(totalOf(totals, day.key)).toBe(length)
    })
  })

  it('holds the union of what several windows were used for, and no more', () => {
    check(someDay, fc.array(second(0, 26 * 3600), { maxLength: 12 }), (day, ends) => {
      const uses = pairs(ends, day.from)
      const ledger = uses.reduce((ledger, span) => charge(ledger, onSite(span), day), EMPTY_LEDGER)
      const days = Object.keys(ledger.totals.desk ?? {})
      expect(days.reduce((sum, key) => sum + totalOf(ledger.totals, key), 0)).toBe(lengthOfUnion(uses))
    })
  })
})

function check<A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>, holds: (a: A, b: B) => void): void {
  fc.assert(fc.property(a, b, holds), { numRuns: RUNS })
}

/** Stretches of time, each from one number to the next. */
function pairs(ends: readonly number[], start: number): Span[] {
  return ends
    .slice(1)
    .map((end, i) => [start + (ends[i] ?? 0), start + end])
    .map(both => ({ from: Math.min(...both), to: Math.max(...both) }))
}

/** The site changes with the time of use. */
const onSite = (span: Span) => ({ ...span, site: `${span.from % 3}.example`, device: 'desk' })

/** An oracle: between any two ends lies nothing or one stretch that is used or not. */
function lengthOfUnion(spans: readonly Span[]): number {
  const ends = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
  return ends.reduce((sum, end, i) => {
    const from = ends[i - 1] ?? end
    return spans.some(span => span.from <= from && span.to >= end) ? sum + end - from : sum
  }, 0)
}

describe('several devices', () => {
  it('agree in whatever order and however often they meet', { timeout: PROPERTY_TIMEOUT }, () => {
    fc.assert(
      fc.property(totals, totals, totals, (a, b, c) => {
        expect(mergeTotals(a, b)).toEqual(mergeTotals(b, a))
        expect(mergeTotals(a, mergeTotals(b, c))).toEqual(mergeTotals(mergeTotals(a, b), c))
        expect(mergeTotals(a, a)).toEqual(a)
        expect(mergeTotals(mergeTotals(a, b), b)).toEqual(mergeTotals(a, b))
      }),
      { numRuns: RUNS },
    )
  })

  it('add up, each by the most it ever told', { timeout: PROPERTY_TIMEOUT }, () => {
    fc.assert(
      fc.property(totals, totals, (a, b) => {
        const merged = mergeTotals(a, b)
        for (const day of ['2026-11-10', '2026-11-11']) {
          const most = Math.max(totalOf(a, day), totalOf(b, day))
          expect(totalOf(merged, day)).toBeGreaterThanOrEqual(most)
          expect(totalOf(merged, day)).toBeLessThanOrEqual(totalOf(a, day) + totalOf(b, day))
        }
      }),
      { numRuns: RUNS },
    )
  })
})
