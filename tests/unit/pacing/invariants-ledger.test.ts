import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEngaged } from '@/utils/pacing/presence'
import { mergeTotals, totalOf } from '@/utils/pacing/totals'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'
import { totals } from './arbitraries'
import { MINUTE } from './driver'
import { added, always, intervalsIn, overall, passed, sumOf, woke } from './turns'

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
    for (const day of Object.keys(after.ledger.totals.desk ?? {})) {
      for (const site of ['a.example', 'b.example', '']) {
        const now = totalOf(after.ledger.totals, day, site)
        expect(now).toBeGreaterThanOrEqual(totalOf(before.ledger.totals, day, site))
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
        expect(totalOf(after.ledger.totals, after.today.key)).toBeLessThanOrEqual(
          after.today.to - after.today.from,
        )
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
