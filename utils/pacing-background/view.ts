import { advance } from '../pacing/advance'
import { hasBlock, isLowDay } from '../pacing/block'
import { staysBright } from '../pacing/dusk'
import type { Moment } from '../pacing/event'
import { holdOf } from '../pacing/hold'
import { own } from '../pacing/own'
import { type BlockSettings, energyOf } from '../pacing/settings'
import type { Cycle, PacingState } from '../pacing/state'
import { HEARTBEAT_MS, MINUTE_MS } from '../pacing/timing'
import type { PacingView, Progress } from '../pacing-view'
import { filledAt } from '../popup/filled'
import type { PacingPreferences } from '../settings/pacing-schema'
import { timeOfDay } from './words'

/** The page the popup is opened on. */
export interface Place {
  readonly tabId: number
  readonly site: string | null
}

/** @returns what the popup shows, with the time since the last event let pass, but nothing decided or stored. */
export function viewOf(
  state: PacingState,
  preferences: PacingPreferences,
  moment: Moment,
  place: Place,
  said: readonly string[] = [],
): PacingView {
  const { block, limits, showMinutes, acrossDevices } = preferences
  const progress = progressOf(state, preferences, moment)
  const siteMs = place.site === null ? null : (own(limits.sites, place.site) ?? null)
  return {
    ...place,
    phase: state.cycle.phase,
    wasAway: state.cycle.phase === 'restDone' && state.cycle.by === 'away',
    hold: holdOf(state),
    pausedUntil: state.pausedUntil === null ? null : timeOfDay(state.pausedUntil),
    progress,
    ...filledAt(progress, moment.at, showMinutes),
    showMinutes,
    blockMinutes: block.blockMs / MINUTE_MS,
    restMinutes: block.restMs / MINUTE_MS,
    energy: energyOf(block),
    dayMinutes: limits.dayMs && limits.dayMs / MINUTE_MS,
    siteMinutes: siteMs && siteMs / MINUTE_MS,
    acrossDevices,
    lowDay: isLowDay(state),
    eveningLight: state.evening ? !staysBright(state) : null,
    quiet: state.signals.quiet,
    reading: state.signals.reading,
    surface: state.surface,
    said,
  }
}

function progressOf(state: PacingState, preferences: PacingPreferences, moment: Moment): Progress | null {
  const after = (ms: number) => {
    const { cycle } = advance(state, { type: 'tick', zone: moment.zone, at: moment.at + ms }, preferences)
    return doneOf(cycle, preferences.block)
  }
  const now = after(0)
  return now && { at: moment.at, ...now, thenMs: after(HEARTBEAT_MS)?.doneMs ?? now.doneMs }
}

function doneOf(cycle: Cycle, { restMs }: BlockSettings): { doneMs: number; wholeMs: number } | null {
  if (hasBlock(cycle)) return { doneMs: Math.min(cycle.activeMs, cycle.targetMs), wholeMs: cycle.targetMs }
  if (cycle.phase !== 'rest') return null
  const wholeMs = Math.max(restMs, cycle.leftMs)
  return { doneMs: wholeMs - cycle.leftMs, wholeMs }
}
