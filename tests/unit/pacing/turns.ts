import fc from 'fast-check'
import { it } from 'vitest'
import { hasBlock } from '@/utils/pacing/block'
import type { Effect } from '@/utils/pacing/effect'
import type { PacingEvent } from '@/utils/pacing/event'
import { isEngaged, presenceOf } from '@/utils/pacing/presence'
import type { PacingSettings } from '@/utils/pacing/settings'
import type { PacingState } from '@/utils/pacing/state'
import { totalOf } from '@/utils/pacing/totals'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'
import { make, type Walk, walk } from './arbitraries'
import { Driver, MINUTE, SECOND } from './driver'

export interface Turn {
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

function turnsOf({ settings, at, seated, alarms, moves }: Walk): Turn[] {
  const driver = new Watched(settings, at)
  driver.alarms = alarms
  if (seated > 0) driver.sitDown().send({ type: 'start' })
  for (const move of moves) make(driver, move)
  return driver.turns
}

interface Check {
  readonly holds: (turns: Turn[], walk: Walk) => void
  failed: boolean
}

/** To make a walk costs more than to check it, so all checks of a file are made of the same walks. */
const checks: Check[] = []
const seed = Math.trunc(Math.random() * 2 ** 31)
let walked = false

function checkAll(): void {
  if (walked) return
  walked = true
  fc.assert(
    fc.property(walk(), walk => {
      const turns = turnsOf(walk)
      for (const check of checks) {
        try {
          if (!check.failed) check.holds(turns, walk)
        } catch {
          check.failed = true
        }
      }
    }),
    { numRuns: RUNS, seed },
  )
}

/** Checks something of every step of random walks. */
export function always(name: string, holds: (turn: Turn) => void): void {
  overall(name, turns => {
    for (const turn of turns) holds(turn)
  })
}

/** Checks something of whole random walks. */
export function overall(name: string, holds: Check['holds']): void {
  const check: Check = { holds, failed: false }
  checks.push(check)
  it(
    name,
    () => {
      checkAll()
      // Once more by itself: to say what is wrong, by the smallest walk that shows it.
      if (check.failed) {
        const alone = fc.property(walk(), walk => holds(turnsOf(walk), walk))
        fc.assert(alone, { numRuns: RUNS, seed })
        throw new Error('failed among others and not alone')
      }
    },
    PROPERTY_TIMEOUT,
  )
}

export const shows = (effects: readonly Effect[]) =>
  effects.flatMap(effect => (effect.type === 'show' && effect.message ? [effect.message] : []))
/** What this device has counted on a day; on one site only when it is named. */
export const countedOn = ({ ledger }: PacingState, day: string, site?: string) =>
  totalOf({ desk: ledger.totals.desk ?? {} }, day, site)
/** The days that the ledger of this device holds. */
export const daysIn = ({ ledger }: PacingState) => Object.keys(ledger.totals.desk ?? {})
/** What the ledger of this device holds, of every day. */
export const sumOf = (state: PacingState) =>
  daysIn(state).reduce((sum, day) => sum + countedOn(state, day), 0)
export const intervalsIn = (effect: Effect) => (effect.type === 'store' ? effect.intervals : [])
/** What was counted in this turn. Days that are forgotten in it are past counting. */
export const added = ({ before, after }: Turn) =>
  daysIn(after).reduce((sum, day) => sum + countedOn(after, day) - countedOn(before, day), 0)
export const passed = ({ before, event }: Turn) => event.at - before.at
/** The machine slept, the browser was closed, or the clock was set back. */
export const woke = (turn: Turn) =>
  turn.event.type === 'wake' || passed(turn) < -SECOND || passed(turn) > 2 * MINUTE
/** A wake, as the machine can know it: silence only means sleep where a heartbeat was due. */
export const cameBack = (turn: Turn) =>
  (woke(turn) && (isEngaged(turn.before.signals) || turn.event.type === 'wake')) ||
  passed(turn) < -SECOND ||
  presenceOf(turn.before.signals) === 'away'
/** Another block than the one before, if there was one: the time of a block never falls. */
export const isNewBlock = ({ before, after }: Turn) =>
  hasBlock(after.cycle) && !(hasBlock(before.cycle) && after.cycle.activeMs >= before.cycle.activeMs)
/** The next block began by itself, as the person chose. */
export const isFirstActivity = ({ before, settings }: Turn) =>
  before.cycle.phase === 'restDone' && settings.resume === 'atFirstActivity'
export const isNudge = (message: string) => message === 'blockDone' || message === 'secondStage'
