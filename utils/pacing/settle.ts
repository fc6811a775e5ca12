import { keepOrFindDay } from '../time/day'
import { quietWhileGone } from './advance'
import { beginBlock, hasBlock, nextOrdinal, unforewarned } from './block'
import { duskAt } from './dusk'
import type { Moment } from './event'
import { holdOf, isEvening } from './hold'
import { forgetOldDays } from './ledger'
import { isAbsent, isEngaged } from './presence'
import type { PacingSettings } from './settings'
import type { PacingState } from './state'
import { APPROACH_MS, GRACE_MS, SECOND_STAGE_MS } from './timing'

/** Brings the calendar up to the present moment: the day, the end of a pause, the evening. */
export function followCalendar(state: PacingState, { zone }: Moment, settings: PacingSettings): PacingState {
  const { at } = state
  const today = keepOrFindDay(state.today, at, { zone, rolloverMinute: settings.rolloverMinute })
  return {
    ...state,
    today,
    ledger: today.key === state.today.key ? state.ledger : forgetOldDays(state.ledger, today),
    pausedUntil: state.pausedUntil !== null && state.pausedUntil > at ? state.pausedUntil : null,
    evening: isEvening(at, today, settings),
    dusk: duskAt(at, { today, brightOn: state.brightOn }, settings),
  }
}

/** Brings the cycle and the holds in line with what is known now. Nothing is shown yet. */
export function settle(state: PacingState, settings: PacingSettings): PacingState {
  return settleHold(settleCycle(quietWhileGone(settleReturn(state, settings))))
}

/** Ends an absence. After one that was a rest, a new block begins; after a long one, the round of three as well. */
function settleReturn(state: PacingState, settings: PacingSettings): PacingState {
  if (isAbsent(state.signals)) return state
  const back = { ...state, absentMs: 0 }
  const { cycle } = state
  if (cycle.phase !== 'restDone' || cycle.by !== 'away') return back
  const restedLong = state.absentMs >= settings.block.longRestMs
  const ordinal = cycle.untouched ? state.ordinal : nextOrdinal(state.ordinal)
  const ready = { ...back, ordinal: restedLong ? 1 : ordinal, wasAway: !cycle.untouched }
  return beginBlock(ready, settings, false)
}

function settleCycle(state: PacingState): PacingState {
  const { cycle } = state
  if (cycle.phase === 'work' && cycle.activeMs >= cycle.targetMs - APPROACH_MS) {
    return { ...state, cycle: { ...cycle, phase: 'approach' } }
  }
  if (cycle.phase === 'due1' && cycle.shownMs >= SECOND_STAGE_MS) {
    const { plan, activeMs, targetMs, forewarned } = cycle
    return { ...state, cycle: { phase: 'due2', plan, activeMs, targetMs, forewarned } }
  }
  if (cycle.phase === 'rest' && cycle.leftMs === 0) {
    return { ...state, cycle: { phase: 'restDone', by: 'rest' } }
  }
  return state
}

/** When a hold ends there is one forewarning if the nudge is near; in any case a minute before anything else. */
function settleHold(state: PacingState): PacingState {
  const held = holdOf(state) !== 'none'
  if (held) return { ...state, held, wasAway: false }
  if (!state.held) return state
  const near = hasBlock(state.cycle) && state.cycle.phase !== 'work' && isEngaged(state.signals)
  return { ...state, held, cycle: unforewarned(state.cycle), graceMs: near ? state.graceMs : GRACE_MS }
}
