import { addDays, type Day, instantOf, type RuledDay } from '../time/day'
import { joinSpan, type Span, subtractSpans } from '../time/spans'
import { isQuiet } from './presence'
import type { PacingSettings } from './settings'
import type { PacingState } from './state'

/** Why nudges are held, the longest-lasting reason first. */
export type Hold = 'none' | 'quiet' | 'paused' | 'evening'

/** Quiet holds the nudge while the block goes on; a pause and the evening stop the block as well. */
export function holdOf(state: Pick<PacingState, 'evening' | 'pausedUntil' | 'signals'>): Hold {
  if (state.evening) return 'evening'
  if (state.pausedUntil !== null) return 'paused'
  return isQuiet(state.signals) ? 'quiet' : 'none'
}

/**
 * The stretch of a day that is evening: from the person's hour to the day's end. An hour before the roll-over hour
 * (an evening that begins at 1 in the night) is on the next date.
 *
 * @returns `null` when no evening is set, or it has no length.
 */
export function eveningOf(today: RuledDay, { eveningMinute }: PacingSettings): Span | null {
  if (eveningMinute === null) return null
  const date = eveningMinute >= today.rolloverMinute ? today.key : addDays(today.key, 1)
  const from = Math.max(today.from, instantOf(date, eveningMinute, today.zone))
  return from < today.to ? { from, to: today.to } : null
}

/** How much of the time from the last event until `to` counts for the block: none of a pause, none of the evening. */
export function unheldMs(state: PacingState, to: number, settings: PacingSettings): number {
  const evening = eveningOf(state.today, settings)
  const pause = state.pausedUntil !== null && state.pausedUntil > state.at ? state.pausedUntil : null
  let stopped: Span[] = evening ? [evening] : []
  if (pause !== null) stopped = joinSpan(stopped, { from: state.at, to: pause })
  return subtractSpans({ from: state.at, to }, stopped).reduce((sum, span) => sum + span.to - span.from, 0)
}

/** Whether an instant lies in the evening of its day. */
export function isEvening(at: number, today: Day & RuledDay, settings: PacingSettings): boolean {
  const evening = eveningOf(today, settings)
  return evening !== null && at >= evening.from
}
