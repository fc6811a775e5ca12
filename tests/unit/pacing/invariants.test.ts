import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { step } from '@/utils/pacing/machine'
import { isEngaged } from '@/utils/pacing/presence'
import { parseStored, toStored } from '@/utils/pacing/schema'
import { initialState } from '@/utils/pacing/state'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'
import { begin, type Move, make, quietMove, walk } from './arbitraries'
import { type Alarms, Driver, MINUTE, NOON, SECOND } from './driver'
import { always } from './turns'

/** The same, with a tick every so often that nobody asked for. */
function makeNoisily(driver: Driver, move: Move, every: number): void {
  if (move.do !== 'wait') make(driver, move)
  for (let left = move.do === 'wait' ? move.ms : 0; left > 0; left -= every)
    driver.wait(Math.min(every, left)).send({ type: 'tick' })
}

describe('the worker', () => {
  always('may be stopped between any two events', ({ before, event, after, effects, settings }) => {
    const fresh = initialState({ device: 'other', at: 0, zone: 'UTC' }, settings)
    const parsed = parseStored(JSON.parse(JSON.stringify(toStored(before))), fresh)
    expect(parsed).toEqual({ kind: 'read', state: before, damaged: [] })
    if (parsed.kind === 'read') expect(step(parsed.state, event, settings)).toEqual({ state: after, effects })
  })

  always('may hear an alarm twice', ({ event, after, settings }) => {
    const again = step(after, { type: 'tick', at: event.at, zone: event.zone }, settings)
    expect(again.effects).toEqual([])
    if (event.at >= after.at) expect(again.state).toEqual(after)
  })

  it(
    'may hear any number of alarms it did not ask for',
    () => {
      const dense = fc.integer({ min: 1, max: 7 }).map(count => count * 7 * SECOND)
      fc.assert(
        fc.property(walk(quietMove), dense, ({ moves, ...opening }, every) => {
          const [exact, noisy] = [begin(opening), begin(opening)]
          for (const move of moves) {
            make(exact, move)
            makeNoisily(noisy, move, every)
          }
          const seen = ({ log }: Driver) => log.filter(({ effect }) => effect.type !== 'store')
          expect(seen(noisy)).toEqual(seen(exact))
          expect(noisy.send({ type: 'tick' }).state).toEqual(exact.send({ type: 'tick' }).state)
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )

  it(
    'counts the same however late its alarms are, by up to a heartbeat',
    () => {
      fc.assert(
        fc.property(walk(quietMove), ({ moves, alarms, ...opening }) => {
          const [exact, late] = [begin(opening), begin(opening)]
          late.alarms = alarms
          for (const move of moves) {
            make(exact, move)
            make(late, move)
            exact.send({ type: 'tick' })
            late.send({ type: 'tick' })
            expect(late.state.ledger).toEqual(exact.state.ledger)
          }
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )

  it(
    'says the same in the same order when its alarms are late, each line as late as they are',
    () => {
      const work = fc.integer({ min: 0, max: 40 * 60 }).map(seconds => seconds * SECOND)
      fc.assert(
        fc.property(walk(quietMove), work, ({ alarms, settings, at }, work) => {
          const said = (alarms: Alarms) => {
            // Of two things that come due together a late alarm may bring the other first: here is only one.
            const plain = { ...settings, eveningMinute: null, limits: { dayMs: null, sites: {} } }
            const driver = begin({ settings: plain, at, seated: 1 })
            driver.alarms = alarms
            return driver.wait(work + 5 * MINUTE).shownAt
          }
          const [exact, late] = [said({ lateMs: [], twice: false }), said(alarms)]
          const most = Math.max(0, ...alarms.lateMs)
          late.forEach(([message, lateAt], line) => {
            const [exactMessage, exactAt = Number.NaN] = exact[line] ?? []
            expect(message).toBe(exactMessage)
            expect(lateAt).toBeGreaterThanOrEqual(exactAt)
            expect(lateAt).toBeLessThanOrEqual(exactAt + (line + 1) * most)
          })
          // What is missing is only late: it was said at the end.
          const missing = exact.slice(late.length)
          for (const [, exactAt] of missing)
            expect(exactAt + exact.length * most).toBeGreaterThan(at - NOON + work + 5 * MINUTE)
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )

  always('always has an alarm to come', ({ after, settings, event }) => {
    const driver = new Driver(settings, after.at, event.zone)
    driver.state = after
    expect(driver.deadline()).toBeGreaterThan(after.at)
    if (isEngaged(after.signals)) expect(driver.deadline() - after.at).toBeLessThanOrEqual(MINUTE)
  })
})
