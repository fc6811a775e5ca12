import { advance } from './advance'
import { answer } from './answers'
import type { Effect } from './effect'
import { effectsBetween } from './effects'
import type { PacingEvent } from './event'
import { DEFAULT_PACING_SETTINGS, type PacingSettings } from './settings'
import { followCalendar, settle } from './settle'
import type { PacingState } from './state'
import { present } from './surface'

/** The new state, to be stored first, and then what to do. */
export interface Step {
  readonly state: PacingState
  readonly effects: readonly Effect[]
}

/**
 * One step of pacing: time and calendar pass up to the event, the event is taken in, the cycle follows, and at
 * most one thing is put on the screen. Pure: the same state, event and settings always give the same step.
 *
 * After a change of settings, send a `tick` so that they take effect; a block under way keeps its plan.
 *
 * @throws {RangeError} only when `event.zone` is not a time zone or `event.at` not a time the calendar knows.
 */
export function step(
  state: PacingState,
  event: PacingEvent,
  settings: PacingSettings = DEFAULT_PACING_SETTINGS,
): Step {
  const now = followCalendar(advance(state, event, settings), event, settings)
  const after = present(settle(answer(now, event, settings), settings), settings)
  return { state: after, effects: effectsBetween(state, after, event, settings) }
}
