import { hasBlock } from '../pacing/block'
import { limitLeftMs, scopesInUse } from '../pacing/limits'
import { isEngaged } from '../pacing/presence'
import type { PacingSettings } from '../pacing/settings'
import type { PacingState } from '../pacing/state'
import { APPROACH_MS } from '../pacing/timing'

/** Whether something may appear within minutes, so that typing and the end of a page matter. */
export function isNearSurface(state: PacingState, settings: PacingSettings): boolean {
  if (!isEngaged(state.signals)) return false
  if (hasBlock(state.cycle) && state.cycle.phase !== 'work') return true
  const left = scopesInUse(state).map(scope => limitLeftMs(state, scope, settings))
  return left.some(ms => ms !== null && ms <= APPROACH_MS)
}
