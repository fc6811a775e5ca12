import { beginBlock, hasBlock, isLowDay, nextOrdinal, nextPlan, postpone, shorten } from './block'
import { duskAt } from './dusk'
import type { PacingEvent } from './event'
import { forget } from './forgotten'
import { acknowledge } from './ledger'
import { answerLimit, silenceLimits } from './limits'
import { NO_SIGNALS, presenceOf, type Signals } from './presence'
import type { PacingSettings } from './settings'
import type { PacingState } from './state'
import { GRACE_MS, TYPING_PAUSE_MS } from './timing'
import { mergeTotals } from './totals'

/** Takes in what happened. Time has already passed up to the event; nothing is shown yet. */
export function answer(state: PacingState, event: PacingEvent, settings: PacingSettings): PacingState {
  switch (event.type) {
    case 'start':
      return start(state, settings)
    case 'stop':
      return stop(state)
    case 'pause':
      return { ...state, pausedUntil: event.until > state.at ? event.until : null }
    case 'resume':
      return { ...state, pausedUntil: null }
    case 'rest':
      return rest(state, settings)
    case 'back':
      return isResting(state) ? begin(state, settings) : state
    case 'later':
      return hasBlock(state.cycle) ? { ...state, cycle: postpone(state.cycle, settings) } : state
    case 'limitAnswer':
      return state.surface?.kind === 'limit'
        ? answerLimit({ ...state, surface: null, graceMs: GRACE_MS }, state.surface.scope, settings)
        : state
    case 'lowDay':
      return lowDay(state, event.on, settings)
    case 'eveningLight':
      return eveningLight({ ...state, brightOn: event.on ? null : state.today.key }, settings)
    case 'merge':
      return { ...state, ledger: { ...state.ledger, totals: mergeTotals(state.ledger.totals, event.totals) } }
    case 'forget':
      return forget(state, event.forgotten)
    case 'alone':
      return alone(state)
    case 'stored':
      return { ...state, ledger: acknowledge(state.ledger, event.through) }
    case 'wake':
    case 'tick':
      return state
    default:
      return activity(signal(state, event), state, event, settings)
  }
}

type SignalEvent = Extract<
  PacingEvent,
  { type: 'quiet' | 'reading' | 'device' | 'windows' | 'typing' | 'breakpoint' }
>

function signal(state: PacingState, event: SignalEvent): PacingState {
  const change = (signals: Partial<Signals>) => ({ ...state, signals: { ...state.signals, ...signals } })
  switch (event.type) {
    case 'quiet':
      return change({ quiet: event.on })
    case 'reading':
      return change({ reading: event.on })
    case 'device':
      // Who leaves has stopped reading: a page left open must not count until they say so again.
      return change(
        event.device === 'away' ? { device: 'away', reading: NO_SIGNALS.reading } : { device: event.device },
      )
    case 'windows':
      return change({ windows: event.windows, focused: event.focused })
    case 'typing':
      return { ...state, typingMs: TYPING_PAUSE_MS }
    case 'breakpoint':
      // The good moment is now, even within 5 s of a key.
      return { ...state, typingMs: 0 }
  }
}

/** With "at first activity", the first sign of use after a rest begins the next block. */
function activity(
  state: PacingState,
  before: PacingState,
  event: SignalEvent,
  settings: PacingSettings,
): PacingState {
  const { cycle } = state
  if (settings.resume !== 'atFirstActivity' || cycle.phase !== 'restDone' || cycle.by !== 'rest') return state
  const cameBack = presenceOf(before.signals) !== 'active' && presenceOf(state.signals) === 'active'
  const acted = event.type === 'typing' || event.type === 'breakpoint'
  return cameBack || acted ? begin(state, settings) : state
}

function start(state: PacingState, settings: PacingSettings): PacingState {
  const listening = silenceLimits(state, false)
  if (hasBlock(state.cycle)) return listening
  const began = begin(listening, settings)
  return isLowDay(state) ? began : { ...began, lowDayOfferedOn: state.today.key }
}

function begin(state: PacingState, settings: PacingSettings): PacingState {
  return { ...beginBlock({ ...state, pausedUntil: null }, settings, true), wasAway: false }
}

/** Off. No nudge, no pause, and no limit for today. */
function stop(state: PacingState): PacingState {
  const off = { ...state, cycle: { phase: 'off' }, ordinal: 1, pausedUntil: null, wasAway: false } as const
  return { ...silenceLimits(off, true), surface: null, graceMs: GRACE_MS }
}

function rest(state: PacingState, settings: PacingSettings): PacingState {
  if (state.cycle.phase === 'rest') return state
  const block = hasBlock(state.cycle)
  const leftMs = hasBlock(state.cycle) ? state.cycle.plan.restMs : nextPlan(state, settings).restMs
  return {
    ...state,
    cycle: { phase: 'rest', leftMs },
    ordinal: block ? nextOrdinal(state.ordinal) : state.ordinal,
    wasAway: false,
  }
}

function lowDay(state: PacingState, on: boolean, settings: PacingSettings): PacingState {
  if (on === isLowDay(state)) return state
  if (!on) return { ...state, lowDay: null }
  // The end may have come nearer at once. It is still not sudden.
  return { ...state, lowDay: state.today.key, cycle: shorten(state.cycle, settings), graceMs: GRACE_MS }
}

function alone(state: PacingState): PacingState {
  const own = state.ledger.totals[state.device]
  return { ...state, ledger: { ...state.ledger, totals: own ? { [state.device]: own } : {} } }
}

function eveningLight(state: PacingState, settings: PacingSettings): PacingState {
  return { ...state, dusk: duskAt(state.at, state, settings) }
}

function isResting({ cycle }: PacingState): boolean {
  return cycle.phase === 'rest' || cycle.phase === 'restDone'
}
