import { deepStrictEqual } from 'node:assert'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'
import { alarms, begin, type Move, make, quietMove, walk } from './arbitraries'
import { type Alarms, Driver, MINUTE, NOON, SECOND, settingsWith } from './driver'

const IN_TIME: Alarms = { lateMs: [], twice: false }

/** The same, with a tick every so often that nobody asked for. */
function makeNoisily(driver: Driver, move: Move, every: number): void {
  if (move.do !== 'wait') make(driver, move)
  for (let left = move.do === 'wait' ? move.ms : 0; left > 0; left -= every)
    driver.wait(Math.min(every, left)).send({ type: 'tick' })
}

/** Somebody who reads on, whatever comes due: the end of a block, a limit, the evening. */
const reading = fc.record({
  block: fc.integer({ min: 1, max: 25 }),
  day: fc.option(fc.integer({ min: 1, max: 25 })),
  site: fc.option(fc.integer({ min: 1, max: 25 })),
  evening: fc.option(fc.integer({ min: 0, max: 25 })),
})

/** In minutes. What is `null` does not come. */
function linesFor(
  { block, day, site, evening }: { [K in 'block' | 'day' | 'site' | 'evening']: number | null },
  alarms: Alarms,
): [string, number][] {
  const settings = settingsWith({
    block: { blockMs: (block ?? 600) * MINUTE, restMs: 5 * MINUTE, longRestMs: 15 * MINUTE },
    limits: { dayMs: day && day * MINUTE, sites: site === null ? {} : { 'a.example': site * MINUTE } },
    eveningMinute: evening === null ? null : 12 * 60 + evening,
  })
  const driver = new Driver(settings).sitDown().send({ type: 'start' })
  driver.alarms = alarms
  return driver.wait(40 * MINUTE).shownAt
}

/** The same with alarms in time, worked out once: there are not many. */
const linesInTime = remembered((reading: Parameters<typeof linesFor>[0]) => linesFor(reading, IN_TIME))

function remembered<A, R>(find: (given: A) => R): (given: A) => R {
  const found = new Map<string, R>()
  return given => {
    const name = JSON.stringify(given)
    const result = found.get(name) ?? find(given)
    found.set(name, result)
    return result
  }
}

describe('the worker', () => {
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
          deepStrictEqual(seen(noisy), seen(exact))
          deepStrictEqual(noisy.send({ type: 'tick' }).state, exact.send({ type: 'tick' }).state)
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
            deepStrictEqual(late.state.ledger, exact.state.ledger)
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

  it(
    'says what comes due in its order when alarms are late, beside limits and an evening too',
    () => {
      fc.assert(
        fc.property(reading, alarms, (reading, alarms) => {
          const nothing = { block: null, day: null, site: null, evening: null }
          const { block, day, site, evening } = reading
          // When each would come if nothing else did: the end of the block, a limit, the evening.
          const alone = [{ block }, { day, site }, { evening }].map(one =>
            linesInTime({ ...nothing, ...one }),
          )
          const due = new Map(alone.flat())
          const dueAt = (line: string) => due.get(line) ?? Number.NaN
          const late = linesFor(reading, alarms)
          const most = Math.max(0, ...alarms.lateMs)
          // A minute lies between two lines, and either alarm may be late.
          const near = MINUTE + 2 * most

          late.forEach(([line, at], i) => {
            expect(at).toBeGreaterThanOrEqual(dueAt(line))
            const [next] = late[i + 1] ?? []
            if (next) expect(dueAt(line)).toBeLessThanOrEqual(dueAt(next) + near)
            if (line !== 'evening' && evening !== null) expect(at).toBeLessThan(evening * MINUTE)
          })

          const apart = alone.every((lines, i) =>
            lines.every(([, at]) =>
              alone.every((others, j) => i === j || others.every(([, other]) => Math.abs(at - other) > near)),
            ),
          )
          if (!apart) return
          // Of what does not come due together, nothing is left out and nothing changes places.
          const exact = linesInTime(reading)
          expect(late.map(([line]) => line)).toEqual(exact.map(([line]) => line))
          late.forEach(([, at], i) => {
            expect(at).toBeLessThanOrEqual((exact[i]?.[1] ?? Number.NaN) + (i + 1) * most)
          })
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )
})
