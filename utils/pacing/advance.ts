import { hasBlock, unforewarned } from './block'
import type { PacingEvent } from './event'
import { unheldMs } from './hold'
import { charge } from './ledger'
import { isAbsent, isEngaged, NO_SIGNALS, presenceOf, siteInUse } from './presence'
import type { PacingSettings } from './settings'
import type { Cycle, PacingState } from './state'
import { GAP_MS, GRACE_MS, HEARTBEAT_MS, JITTER_MS } from './timing'

/**
 * Lets the time between the last event and this one pass. Nothing is shown here: what was due in that time is
 * judged once, at the present moment, so that a late alarm cannot make two things appear together.
 */
export function advance(state: PacingState, event: PacingEvent, settings: PacingSettings): PacingState {
  const passed = event.at - state.at
  const overslept = passed > GAP_MS && expectsHeartbeat(state)
  if (event.type !== 'wake' && passed >= -JITTER_MS && !overslept) {
    return restIfAbsentLongEnough(elapse(state, Math.max(event.at, state.at), settings))
  }
  // At most one heartbeat can have been lived; the rest of the time nobody was there. Nothing lived, if it is negative.
  const seen = elapse(state, state.at + Math.min(Math.max(passed, 0), HEARTBEAT_MS), settings)
  const gone = elapse(
    { ...seen, signals: { ...seen.signals, device: 'away' } },
    Math.max(event.at, seen.at),
    settings,
  )
  const signals = event.type === 'wake' ? { ...NO_SIGNALS, quiet: state.signals.quiet } : state.signals
  return quietDown(restIfAbsentLongEnough({ ...gone, at: event.at, signals: { ...signals, reading: false } }))
}

/** Whether silence would be a sign of sleep: while time is counted, a block waits on another program, or a rest runs. */
export function expectsHeartbeat({ signals, cycle }: PacingState): boolean {
  return isEngaged(signals) || cycle.phase === 'rest' || (hasBlock(cycle) && !isAbsent(signals))
}

/** Quiets down while the person has left, so that they come back to a calm screen. */
export function quietWhileGone(state: PacingState): PacingState {
  return hasLeft(state) ? quietDown(state) : state
}

/** Takes everything unasked off the screen, and keeps it off until the person has been back for a minute. */
function quietDown(state: PacingState): PacingState {
  return {
    ...state,
    graceMs: GRACE_MS,
    cycle: unforewarned(state.cycle),
    surface: state.surface?.kind === 'rest' ? state.surface : null,
  }
}

/** Time passes with the signals as they are. `to` is not before the last event. */
function elapse(state: PacingState, to: number, settings: PacingSettings): PacingState {
  const passed = to - state.at
  const { signals } = state
  const engaged = isEngaged(signals)
  const use = { from: state.at, to, site: siteInUse(signals), device: state.device }
  const next = {
    ...state,
    at: to,
    absentMs: isAbsent(signals) ? state.absentMs + passed : state.absentMs,
    typingMs: Math.max(0, state.typingMs - passed),
    graceMs: engaged ? Math.max(0, state.graceMs - passed) : state.graceMs,
    cycle: runCycle(state, to, settings),
    ledger: engaged ? charge(state.ledger, use, state.today) : state.ledger,
  }
  return quietWhileGone(next)
}

/** Away at all, or idle for so long that coming back is like waking. What stays on the screen may stay while idle. */
function hasLeft({ signals, absentMs, surface }: PacingState): boolean {
  if (presenceOf(signals) === 'away') return true
  return isAbsent(signals) && absentMs >= GAP_MS && surface?.kind !== 'nudge' && surface?.kind !== 'limit'
}

function runCycle(state: PacingState, to: number, settings: PacingSettings): Cycle {
  const { cycle } = state
  const passed = to - state.at
  if (cycle.phase === 'rest') return { ...cycle, leftMs: Math.max(0, cycle.leftMs - passed) }
  if (!isEngaged(state.signals)) return cycle
  if (cycle.phase === 'work' || cycle.phase === 'approach') {
    return { ...cycle, activeMs: cycle.activeMs + unheldMs(state, to, settings) }
  }
  if (cycle.phase === 'due1' && state.surface?.kind === 'nudge') {
    return { ...cycle, shownMs: cycle.shownMs + passed }
  }
  return cycle
}

/** An absence as long as the planned rest is that rest. */
function restIfAbsentLongEnough(state: PacingState): PacingState {
  const { cycle, absentMs } = state
  if (!hasBlock(cycle) || absentMs < cycle.plan.restMs) return state
  return { ...state, cycle: { phase: 'restDone', by: 'away', untouched: cycle.activeMs === 0 } }
}
