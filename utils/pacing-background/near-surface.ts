import { hasBlock } from '../pacing/block'
import { limitLeftMs, scopesInUse } from '../pacing/limits'
import { isEngaged } from '../pacing/presence'
import type { PacingSettings } from '../pacing/settings'
import type { PacingState } from '../pacing/state'
import { APPROACH_MS, GAP_MS } from '../pacing/timing'

/**
 * Whether something may appear within minutes, so that typing, full screen and the end of a page matter. For the
 * forewarning it begins two heartbeats before, so that pages have been asked by then.
 */
export function isNearSurface(state: PacingState, settings: PacingSettings): boolean {
  if (!isEngaged(state.signals)) return false
  const { cycle } = state
  if (hasBlock(cycle) && cycle.targetMs - cycle.activeMs <= APPROACH_MS + GAP_MS) return true
  const left = scopesInUse(state).map(scope => limitLeftMs(state, scope, settings))
  return left.some(ms => ms !== null && ms <= APPROACH_MS)
}
