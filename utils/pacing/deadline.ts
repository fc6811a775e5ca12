import { expectsHeartbeat } from './advance'
import { hasBlock } from './block'
import { nextDusk } from './dusk'
import { eveningOf } from './hold'
import { limitLeftMs, scopesInUse } from './limits'
import { isAbsent, isEngaged } from './presence'
import type { PacingSettings } from './settings'
import type { PacingState } from './state'
import { APPROACH_MS, BREAKPOINT_WAIT_MS, GAP_MS, HEARTBEAT_MS, SECOND_STAGE_MS } from './timing'

/**
 * When the machine next has to be told the time, if nothing else happens first: the one alarm to set after a step.
 * A tick before it changes nothing that can be seen; a late one makes everything else as late, never doubled.
 *
 * @returns epoch milliseconds, after the last event.
 */
export function nextDeadline(state: PacingState, settings: PacingSettings): number {
  const { at, today, pausedUntil } = state
  const evening = [eveningOf(today, settings)?.from ?? at, nextDusk(state, settings) ?? at]
  const instants = [today.to, pausedUntil ?? at, ...evening]
  const waits = [...heartbeat(state), ...remaindersOf(state), ...limitsOf(state, settings)]
  return Math.min(...[...instants, ...waits.map(wait => at + wait)].filter(instant => instant > at))
}

function heartbeat(state: PacingState): number[] {
  return expectsHeartbeat(state) ? [HEARTBEAT_MS] : []
}

function remaindersOf(state: PacingState): number[] {
  const { cycle, signals } = state
  if (cycle.phase === 'rest') return [cycle.leftMs, ...shownWaits(state)]
  if (isAbsent(signals)) {
    const restMs = hasBlock(cycle) ? cycle.plan.restMs : 0
    const noticeMs = state.surface?.kind === 'notice' ? GAP_MS : 0
    return [noticeMs - state.absentMs, restMs - state.absentMs]
  }
  return isEngaged(signals) ? [...shownWaits(state), ...blockWaits(state)] : []
}

function shownWaits({ graceMs, typingMs }: PacingState): number[] {
  return [graceMs, typingMs]
}

function blockWaits({ cycle }: PacingState): number[] {
  if (cycle.phase === 'due1') return [SECOND_STAGE_MS - cycle.shownMs]
  if (cycle.phase !== 'work' && cycle.phase !== 'approach') return []
  const leftMs = cycle.targetMs - cycle.activeMs
  return [leftMs - APPROACH_MS, leftMs, leftMs + BREAKPOINT_WAIT_MS]
}

function limitsOf(state: PacingState, settings: PacingSettings): number[] {
  if (!isEngaged(state.signals)) return []
  return scopesInUse(state).map(scope => limitLeftMs(state, scope, settings) ?? 0)
}
