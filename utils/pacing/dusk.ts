import { DUSK_MS, DUSK_STEPS } from '../dusk'
import type { RuledDay } from '../time/day'
import { eveningOf } from './hold'
import type { PacingSettings } from './settings'
import type { PacingState } from './state'

const STEP_MS = DUSK_MS / DUSK_STEPS

/** How far the evening has come at an instant of the day, in steps; 0 outside of it, and where the day stays bright. */
export function duskAt(at: number, day: DuskDay, settings: PacingSettings): number {
  const evening = eveningOf(day.today, settings)
  if (evening === null || at < evening.from || at >= evening.to || staysBright(day)) return 0
  return Math.min(DUSK_STEPS, Math.floor((at - evening.from) / STEP_MS))
}

/** When the next step is due, epoch milliseconds; `null` when none is left or the evening has not begun. */
export function nextDusk(state: PacingState, settings: PacingSettings): number | null {
  const evening = eveningOf(state.today, settings)
  if (evening === null || !state.evening || state.dusk === DUSK_STEPS || staysBright(state)) return null
  return evening.from + (state.dusk + 1) * STEP_MS
}

/** Whether the person has asked for this evening without its light. */
export function staysBright({ today, brightOn }: DuskDay): boolean {
  return brightOn === today.key
}

interface DuskDay {
  readonly today: RuledDay
  readonly brightOn: PacingState['brightOn']
}
