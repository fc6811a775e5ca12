import { hasBlock } from './block'
import { holdOf } from './hold'
import { limitLeftMs, reachedLimit } from './limits'
import { isEngaged, isQuiet, presenceOf, siteInUse } from './presence'
import type { PacingSettings } from './settings'
import type { Notice, PacingState, Surface } from './state'
import { BREAKPOINT_WAIT_MS, GRACE_MS } from './timing'

/**
 * Decides what is on the screen: at most one thing. First what is there goes, if its time is over; then, where
 * nothing is left, one thing may come.
 */
export function present(state: PacingState, settings: PacingSettings): PacingState {
  return appear(retire(state, settings), settings)
}

function retire(state: PacingState, settings: PacingSettings): PacingState {
  if (state.surface === null || mayStay(state, state.surface, settings)) return state
  return { ...state, surface: null, graceMs: state.surface.kind === 'notice' ? state.graceMs : GRACE_MS }
}

function mayStay(state: PacingState, surface: Surface, settings: PacingSettings): boolean {
  const { phase } = state.cycle
  if (surface.kind === 'rest') return isOnRestSurface(state)
  if (surface.kind === 'notice') return state.graceMs > 0 && noticeFits(state, surface.notice)
  if (holdOf(state) !== 'none' || presenceOf(state.signals) === 'away') return false
  if (surface.kind === 'nudge') return phase === 'due1' || phase === 'due2'
  const left = limitLeftMs(state, surface.scope, settings)
  const here = surface.scope.kind === 'day' || surface.scope.site === siteInUse(state.signals)
  return phase !== 'rest' && here && left !== null && left <= 0
}

function noticeFits(state: PacingState, notice: Notice): boolean {
  const { phase } = state.cycle
  if (presenceOf(state.signals) === 'away') return false
  if (notice === 'evening') return state.evening && !isQuiet(state.signals) && state.pausedUntil === null
  if (holdOf(state) !== 'none') return false
  return notice === 'forewarning' ? phase === 'approach' || isDue(state) : hasBlock(state.cycle)
}

function appear(state: PacingState, settings: PacingSettings): PacingState {
  if (isOnRestSurface(state)) return { ...state, surface: { kind: 'rest', over: restIsSaidOver(state) } }
  // The second stage is new words on what is there already.
  if (state.surface?.kind === 'nudge') return { ...state, surface: nudge(state) }
  if (state.surface !== null || state.graceMs > 0 || !isEngaged(state.signals)) return state
  if (holdOf(state) !== 'none') return sayEvening(state)
  return comeDue(state) ?? reachLimit(state, settings) ?? sayWasAway(state)
}

/** The forewarning, and once that has been given, the nudge. `null` while neither is due. */
function comeDue(state: PacingState): PacingState | null {
  const { cycle } = state
  if (cycle.phase !== 'approach' && cycle.phase !== 'due1' && cycle.phase !== 'due2') return null
  if (!cycle.forewarned) return show({ ...state, cycle: { ...cycle, forewarned: true } }, 'forewarning')
  if (cycle.phase !== 'approach') return showAgain(state)
  const overMs = cycle.activeMs - cycle.targetMs
  if (overMs < 0 || (state.typingMs > 0 && overMs < BREAKPOINT_WAIT_MS)) return null
  const due = { ...state, cycle: { ...cycle, phase: 'due1', shownMs: 0 } } as const
  return { ...due, surface: nudge(due) }
}

/** A nudge that comes back has the stage it had, and as long as the first time until the second. */
function showAgain(state: PacingState): PacingState {
  const { cycle } = state
  const inView = cycle.phase === 'due1' ? { ...state, cycle: { ...cycle, shownMs: 0 } } : state
  return { ...inView, surface: nudge(state) }
}

/** A limit waits for a pause in typing, however long that takes: nobody is cut off in a sentence. */
function reachLimit(state: PacingState, settings: PacingSettings): PacingState | null {
  const scope = state.typingMs > 0 ? null : reachedLimit(state, settings)
  return scope && { ...state, surface: { kind: 'limit', scope } }
}

function sayWasAway(state: PacingState): PacingState {
  if (!state.wasAway) return state
  const said = { ...state, wasAway: false }
  return state.cycle.phase === 'work' ? show(said, 'wasAway') : said
}

/** Once a day, when the evening has begun: the only thing ever shown in it. */
function sayEvening(state: PacingState): PacingState {
  const { evening, eveningSaidOn, today, cycle } = state
  const wanted = evening && eveningSaidOn !== today.key && cycle.phase !== 'off'
  const disturbs = isQuiet(state.signals) || state.pausedUntil !== null || state.typingMs > 0
  return wanted && !disturbs ? show({ ...state, eveningSaidOn: today.key }, 'evening') : state
}

function restIsSaidOver(state: PacingState): boolean {
  if (state.surface?.kind === 'rest' && state.surface.over) return true
  const maySay = holdOf(state) === 'none' && state.graceMs === 0 && presenceOf(state.signals) !== 'away'
  return state.cycle.phase === 'restDone' && maySay
}

function isOnRestSurface({ cycle }: PacingState): boolean {
  return cycle.phase === 'rest' || (cycle.phase === 'restDone' && cycle.by === 'rest')
}

function isDue({ cycle }: PacingState): boolean {
  return cycle.phase === 'due1' || cycle.phase === 'due2'
}

function nudge({ cycle }: Pick<PacingState, 'cycle'>): Surface {
  return { kind: 'nudge', stage: cycle.phase === 'due2' ? 2 : 1 }
}

function show(state: PacingState, notice: Notice): PacingState {
  return { ...state, surface: { kind: 'notice', notice }, graceMs: GRACE_MS }
}
