import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasBlock, nextPlan } from '@/utils/pacing/block'
import type { Effect } from '@/utils/pacing/effect'
import type { PacingEvent } from '@/utils/pacing/event'
import { holdOf } from '@/utils/pacing/hold'
import { step } from '@/utils/pacing/machine'
import { isEngaged, isQuiet, presenceOf } from '@/utils/pacing/presence'
import { parseStored, toStored } from '@/utils/pacing/schema'
import type { PacingSettings } from '@/utils/pacing/settings'
import { initialState, type PacingState } from '@/utils/pacing/state'
import { mergeTotals, totalOf } from '@/utils/pacing/totals'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'
import { begin, type Move, make, quietMove, settings, totals, type Walk, walk } from './arbitraries'
import { Driver, MINUTE, NOON, SECOND } from './driver'

interface Turn {
  readonly before: PacingState
  readonly event: PacingEvent
  readonly after: PacingState
  readonly effects: readonly Effect[]
  readonly settings: PacingSettings
}

/** Sees every step of a walk, those of the alarms as well. */
class Watched extends Driver {
  readonly turns: Turn[] = []

  override send(event: Parameters<Driver['send']>[0]): this {
    const before = this.state
    const logged = this.log.length
    super.send(event)
    const effects = this.log.slice(logged).map(({ effect }) => effect)
    const whole = { ...event, at: this.now, zone: this.zone }
    this.turns.push({ before, event: whole, after: this.state, effects, settings: this.settings })
    return this
  }
}

function turnsOf({ settings, at, seated, moves }: Walk): Turn[] {
  const driver = new Watched(settings, at)
  if (seated > 0) driver.sitDown().send({ type: 'start' })
  for (const move of moves) make(driver, move)
  return driver.turns
}

/** Checks something of every step of random walks. */
function always(name: string, check: (turn: Turn) => void, moves?: Parameters<typeof walk>[0]): void {
  it(
    name,
    () => {
      fc.assert(
        fc.property(walk(moves), walk => {
          for (const turn of turnsOf(walk)) check(turn)
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )
}

/** Checks something of whole random walks. */
function overall(
  name: string,
  check: (turns: Turn[], walk: Walk) => void,
  moves?: Parameters<typeof walk>[0],
): void {
  it(
    name,
    () => {
      fc.assert(
        fc.property(walk(moves), walk => check(turnsOf(walk), walk)),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )
}

const shows = (effects: readonly Effect[]) =>
  effects.flatMap(effect => (effect.type === 'show' && effect.message ? [effect.message] : []))
const sumOf = ({ ledger }: PacingState) =>
  Object.keys(ledger.totals.desk ?? {}).reduce((sum, day) => sum + totalOf(ledger.totals, day), 0)
const intervalsIn = (effect: Effect) => (effect.type === 'store' ? effect.intervals : [])
const added = ({ before, after }: Turn) =>
  before.today.key === after.today.key ? sumOf(after) - sumOf(before) : 0
const passed = ({ before, event }: Turn) => event.at - before.at
/** The machine slept, the browser was closed, or the clock was set back. */
const woke = (turn: Turn) => turn.event.type === 'wake' || passed(turn) < -SECOND || passed(turn) > 2 * MINUTE
/** A wake, as the machine can know it: silence only means sleep where a heartbeat was due. */
const cameBack = (turn: Turn) =>
  (woke(turn) && (isEngaged(turn.before.signals) || turn.event.type === 'wake')) ||
  passed(turn) < -SECOND ||
  presenceOf(turn.before.signals) === 'away'
/** The next block began by itself, as the person chose. */
const isFirstActivity = ({ before, settings }: Turn) =>
  before.cycle.phase === 'restDone' && settings.resume === 'atFirstActivity'
const isNudge = (message: string) => message === 'blockDone' || message === 'secondStage'

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

  always('always has an alarm to come', ({ after, settings, event }) => {
    const driver = new Driver(settings, after.at, event.zone)
    driver.state = after
    expect(driver.deadline()).toBeGreaterThan(after.at)
    if (isEngaged(after.signals)) expect(driver.deadline() - after.at).toBeLessThanOrEqual(MINUTE)
  })
})

describe('what is shown', () => {
  always(
    'is nothing in quiet, pause, evening or while away, but the evening itself',
    ({ effects, after }) => {
      for (const message of shows(effects)) {
        expect(presenceOf(after.signals)).not.toBe('away')
        if (message === 'evening') {
          expect([isQuiet(after.signals), after.pausedUntil]).toEqual([false, null])
        } else expect(holdOf(after)).toBe('none')
      }
    },
  )

  always('does not stay when quiet, a pause or the evening begins', ({ after }) => {
    if (holdOf(after) === 'none') return
    const allowed = after.evening ? ['rest', 'notice'] : ['rest']
    expect(allowed).toContain(after.surface?.kind ?? 'rest')
  })

  overall('is nothing within a minute of a wake', turns => {
    let wokeAt = Number.NEGATIVE_INFINITY
    for (const turn of turns) {
      if (cameBack(turn)) wokeAt = turn.event.at
      if (shows(turn.effects).length > 0) expect(turn.event.at - wokeAt).toBeGreaterThanOrEqual(MINUTE)
    }
  })

  overall('comes a minute after the last thing at least, the second stage two', turns => {
    let lastAt = Number.NEGATIVE_INFINITY
    for (const turn of turns) {
      const messages = shows(turn.effects)
      expect(messages.length).toBeLessThanOrEqual(1)
      if (passed(turn) < 0) lastAt = Number.NEGATIVE_INFINITY
      for (const message of messages) {
        if (message !== 'restOver') expect(turn.event.at - lastAt).toBeGreaterThanOrEqual(MINUTE)
        lastAt = turn.event.at
      }
    }
  })

  always('is no nudge that was not announced', ({ before, effects }) => {
    if (!shows(effects).some(isNudge)) return
    // In a step before this one: by the forewarning, the plan of a short block, or the answer to "later".
    expect(before.cycle).toMatchObject({ forewarned: true })
  })

  always('announces a nudge by a forewarning, a plan just said, or a later just said', turn => {
    const { before, event, after, effects } = turn
    const was = hasBlock(before.cycle) && before.cycle.forewarned
    if (was || !hasBlock(after.cycle) || !after.cycle.forewarned) return
    const said = effects.some(effect => effect.type === 'reply') || shows(effects).includes('forewarning')
    expect(said || isFirstActivity(turn), event.type).toBe(true)
  })

  overall('comes in two stages at most', turns => {
    let stage = 0
    for (const { before, event, after, effects } of turns) {
      if (!hasBlock(before.cycle) || !hasBlock(after.cycle) || event.type === 'later') stage = 0
      const stages = shows(effects)
        .filter(isNudge)
        .map(message => (message === 'blockDone' ? 1 : 2))
      expect(stages.every(now => now >= stage)).toBe(true)
      stage = stages[0] ?? stage
    }
  })

  always('never turns due without having been near', ({ before, after }) => {
    if (after.cycle.phase === 'due1') expect(['approach', 'due1', 'work']).toContain(before.cycle.phase)
    if (after.cycle.phase === 'due1' && before.cycle.phase === 'work')
      expect(before.cycle.forewarned).toBe(true)
    if (after.cycle.phase === 'due2') expect(['due1', 'due2']).toContain(before.cycle.phase)
  })

  always('is no limit while someone types', ({ effects, after }) => {
    if (shows(effects).includes('limit')) expect(after.typingMs).toBe(0)
  })

  always('makes no sound unless that was chosen', ({ effects, settings }) => {
    const sounds = effects.some(effect => effect.type === 'show' && effect.sound)
    if (sounds) expect(settings.sound).toBe(true)
  })
})

describe('the person', () => {
  always('is one action from off, in every state', ({ after, event, settings }) => {
    const { state } = step(after, { type: 'stop', at: event.at, zone: event.zone }, settings)
    expect([state.cycle.phase, state.surface]).toEqual(['off', null])
  })

  always('never gets a longer rest or a shorter block for saying later', ({ after, event, settings }) => {
    if (!hasBlock(after.cycle)) return
    const { state } = step(after, { type: 'later', at: event.at, zone: event.zone }, settings)
    if (!hasBlock(state.cycle)) return
    expect(state.cycle.plan).toEqual(after.cycle.plan)
    expect(state.cycle.targetMs).toBeGreaterThanOrEqual(after.cycle.targetMs)
    expect(state.ordinal).toBe(after.ordinal)
  })

  always('never has a block that grows by itself', ({ before, after, event, settings }) => {
    if (!hasBlock(after.cycle)) return
    expect(after.cycle.plan.blockMs).toBeLessThanOrEqual(settings.block.blockMs)
    const same =
      hasBlock(before.cycle) && after.cycle.activeMs >= before.cycle.activeMs && event.type !== 'later'
    if (!same || !hasBlock(before.cycle)) return
    if (after.cycle.activeMs === 0) return
    expect(after.cycle.targetMs).toBeLessThanOrEqual(before.cycle.targetMs)
  })

  always('gets half a block at most on a low day, and never a longer one', ({ after, settings }) => {
    const low = nextPlan({ ...after, lowDay: after.today.key }, settings).blockMs
    const plain = nextPlan({ ...after, lowDay: null }, settings).blockMs
    expect(low).toBeLessThanOrEqual(Math.max(plain / 2, Math.min(plain, MINUTE)))
  })

  it(
    'is never nudged sooner for having been away longer',
    () => {
      const part = fc.integer({ min: 0, max: 20 * 60 }).map(seconds => seconds * SECOND)
      const leave = fc.constantFrom('idle', 'away')
      fc.assert(
        fc.property(settings, part, part, part, leave, (settings, work, away, more, device) => {
          const plain = { ...settings, eveningMinute: null, limits: { dayMs: null, sites: {} } }
          const toNudge = (absence: number) => {
            const driver = new Driver(plain, NOON).sitDown().send({ type: 'start' })
            driver.wait(Math.min(work, settings.block.blockMs - SECOND)).send({ type: 'device', device })
            driver.wait(absence).send({ type: 'device', device: 'active' })
            const back = driver.now
            driver.wait(40 * MINUTE)
            const nudge = driver.log.find(
              ({ effect }) => effect.type === 'show' && effect.message === 'blockDone',
            )
            return (nudge?.at ?? Number.NaN) - back
          }
          expect(toNudge(away + more)).toBeGreaterThanOrEqual(toNudge(away))
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )
})

describe('several devices', () => {
  it('agree in whatever order and however often they meet', () => {
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

  it('add up, each by the most it ever told', () => {
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
