import { lowDayMs, type PacingSettings } from './settings'
import type { Block, BlockCycle, Cycle, PacingState, Plan } from './state'
import { APPROACH_MS, BLOCKS_TO_LONG_REST } from './timing'

/** Whether a block is under way. */
export function hasBlock(cycle: Cycle): cycle is BlockCycle {
  return 'plan' in cycle
}

/** The plan for the next block, from the settings as they are now. */
export function nextPlan(state: PacingState, { block }: PacingSettings): Plan {
  return {
    blockMs: isLowDay(state) ? lowDayMs(block.blockMs) : block.blockMs,
    restMs: state.ordinal === BLOCKS_TO_LONG_REST ? Math.max(block.restMs, block.longRestMs) : block.restMs,
  }
}

/**
 * Begins a block.
 *
 * @param said whether the plan is said in words; for a block too short to forewarn in, that is the forewarning.
 */
export function beginBlock(state: PacingState, settings: PacingSettings, said: boolean): PacingState {
  const plan = nextPlan(state, settings)
  const forewarned = said && plan.blockMs <= APPROACH_MS
  return {
    ...state,
    absentMs: 0,
    cycle: { phase: 'work', plan, activeMs: 0, targetMs: plan.blockMs, forewarned },
  }
}

/** The next place in the round of three. */
export function nextOrdinal(ordinal: number): number {
  return (ordinal % BLOCKS_TO_LONG_REST) + 1
}

/** Whether today is a low day. */
export function isLowDay(state: Pick<PacingState, 'lowDay' | 'today'>): boolean {
  return state.lowDay === state.today.key
}

/** Puts the nudge a remainder away. It never comes sooner than it would have, and the rest stays as planned. */
export function postpone(block: Block, { laterMs }: PacingSettings): Extract<Cycle, { phase: 'work' }> {
  const { plan, activeMs } = block
  return {
    phase: 'work',
    plan,
    activeMs,
    targetMs: Math.max(block.targetMs, activeMs + laterMs),
    forewarned: true,
  }
}

/** Shortens a block to a low day's, unless the person has already chosen its end by "later". */
export function shorten(cycle: Cycle, { block }: PacingSettings): Cycle {
  if (cycle.phase !== 'work' && cycle.phase !== 'approach') return cycle
  if (cycle.targetMs !== cycle.plan.blockMs) return cycle
  const blockMs = Math.min(cycle.plan.blockMs, lowDayMs(block.blockMs))
  return { ...cycle, plan: { ...cycle.plan, blockMs }, targetMs: blockMs }
}

/** Forgets that the nudge was announced, so that it is announced again before it comes. */
export function unforewarned(cycle: Cycle): Cycle {
  return hasBlock(cycle) && cycle.forewarned ? { ...cycle, forewarned: false } : cycle
}
