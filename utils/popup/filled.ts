import { HEARTBEAT_MS, MINUTE_MS } from '../pacing/timing'
import type { PacingView, Progress } from '../pacing-view'

/**
 * How far a block or rest is at a moment, and what is left of it in whole minutes where the person asked for digits. It goes on
 * for a heartbeat after it was seen: with nobody reporting longer than that, nobody may be there.
 *
 * @param now epoch milliseconds.
 */
export function filledAt(
  progress: Progress | null,
  now: number,
  showMinutes: boolean,
): Pick<PacingView, 'filled' | 'minutesLeft'> {
  if (progress === null) return { filled: null, minutesLeft: null }
  const { at, doneMs, thenMs, wholeMs } = progress
  const gone = Math.min(Math.max(now - at, 0), HEARTBEAT_MS) / HEARTBEAT_MS
  const done = doneMs + gone * (thenMs - doneMs)
  return {
    filled: done / wholeMs,
    minutesLeft: showMinutes ? Math.ceil((wholeMs - done) / MINUTE_MS) : null,
  }
}
