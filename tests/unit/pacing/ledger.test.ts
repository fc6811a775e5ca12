import { describe, expect, it } from 'vitest'
import {
  acknowledge,
  charge,
  EMPTY_LEDGER,
  forgetOldDays,
  type Ledger,
  MAX_OUTBOX,
} from '@/utils/pacing/ledger'
import { totalOf } from '@/utils/pacing/totals'
import { dayAt } from '@/utils/time/day'
import { HOUR, MINUTE, NOON } from './driver'

const rule = { zone: 'Europe/Amsterdam', rolloverMinute: 240 }
const dayOf = (at: number) => ({ ...dayAt(at, rule), ...rule })
const today = dayOf(NOON)
const use = (from: number, to: number, site = 'a.example') => ({
  from: NOON + from,
  to: NOON + to,
  site,
  device: 'desk',
})

describe('the ledger', () => {
  it('counts the union of what overlaps, to the site that was first', () => {
    const ledger = [use(0, 10), use(20, 30), use(5, 40, 'b.example'), use(40, 50)].reduce(
      (ledger, one) => charge(ledger, one, today),
      EMPTY_LEDGER,
    )
    expect(ledger.totals).toEqual({ desk: { '2026-11-10': { 'a.example': 30, 'b.example': 20 } } })
    expect(ledger.covered).toEqual([{ from: NOON, to: NOON + 50 }])
  })

  it('cuts an interval at the roll-over', () => {
    const ledger = charge(EMPTY_LEDGER, use(15 * HOUR, 17 * HOUR), today)
    expect(ledger.outbox.map(({ day, from, to }) => [day, (from - NOON) / HOUR, (to - NOON) / HOUR])).toEqual(
      [
        ['2026-11-10', 15, 16],
        ['2026-11-11', 16, 17],
      ],
    )
  })

  it('makes one interval of what goes on, and keeps the last when the rest is stored', () => {
    const parts = [use(0, MINUTE), use(MINUTE, 2 * MINUTE), use(2 * MINUTE, 3 * MINUTE, 'b.example')]
    const ledger = parts.reduce((ledger, one) => charge(ledger, one, today), EMPTY_LEDGER)
    expect(ledger.outbox).toHaveLength(2)
    const stored = acknowledge(ledger, NOON + HOUR)
    expect(stored.outbox.map(({ site }) => site)).toEqual(['b.example'])
    const grown = charge(stored, use(3 * MINUTE, 4 * MINUTE, 'b.example'), today)
    expect(grown.outbox).toEqual([{ ...use(2 * MINUTE, 4 * MINUTE, 'b.example'), day: '2026-11-10' }])
  })

  it('waits for a history that takes nothing in bounded room, with every total exact', () => {
    const switches = Array.from({ length: 3 * MAX_OUTBOX }, (_, i) =>
      use(i * MINUTE, (i + 1) * MINUTE, `${'abc'[i % 3]}.example`),
    )
    const ledger = switches.reduce((ledger, one) => charge(ledger, one, today), EMPTY_LEDGER)
    expect(ledger.outbox).toHaveLength(MAX_OUTBOX)
    const waiting = (day: string, site: string) =>
      ledger.outbox
        .filter(interval => interval.day === day && interval.site === site)
        .reduce((sum, { from, to }) => sum + to - from, 0)
    for (const day of ['2026-11-10', '2026-11-11']) {
      for (const site of ['a.example', 'b.example', 'c.example']) {
        expect(waiting(day, site)).toBe(totalOf(ledger.totals, day, site))
        expect(waiting(day, site)).toBeGreaterThan(HOUR)
      }
    }
    expect(ledger.outbox.at(-1)?.to).toBe(switches.at(-1)?.to)
    expect(acknowledge(ledger, NOON + 48 * HOUR).outbox).toHaveLength(1)
  })

  it('forgets what lies more than two days back, on every device', () => {
    const early = [0, 24, 48].reduce<Ledger>(
      (ledger, hour) => charge(ledger, use(hour * HOUR, hour * HOUR + 1), dayOf(NOON + hour * HOUR)),
      { ...EMPTY_LEDGER, totals: { phone: { '2026-11-10': { x: 5 } } } },
    )
    expect(forgetOldDays(early, dayOf(NOON + 48 * HOUR))).toEqual(early)
    const later = forgetOldDays(early, dayOf(NOON + 72 * HOUR))
    expect([totalOf(later.totals, '2026-11-10'), totalOf(later.totals, '2026-11-11')]).toEqual([0, 1])
    expect(later.covered).toHaveLength(2)
  })
})
