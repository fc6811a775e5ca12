import { hasBlock, isLowDay } from './block'
import type { Effect, MessageId, Reply } from './effect'
import type { PacingEvent } from './event'
import type { PacingSettings } from './settings'
import type { PacingState, Surface } from './state'

/**
 * What is to be done to get the outside world from one state to the next. Nothing is remembered of effects, so a
 * worker that was stopped before it carried them out can derive what should be on the screen from the state alone.
 */
export function effectsBetween(
  before: PacingState,
  after: PacingState,
  event: PacingEvent,
  settings: PacingSettings,
): Effect[] {
  const stored = after.ledger.covered !== before.ledger.covered && after.ledger.outbox.length > 0
  return [
    ...(stored ? [{ type: 'store', intervals: after.ledger.outbox } as const] : []),
    ...(after.dusk !== before.dusk ? [{ type: 'evening', dusk: after.dusk } as const] : []),
    ...surfaceEffects(before.surface, after.surface, settings),
    ...repliesTo(event, before, after).map(reply => ({ type: 'reply', reply }) as const),
  ]
}

/** The line on a surface; `null` for the rest surface, which says nothing until the planned rest is over. */
export function messageOn(surface: Surface): MessageId | null {
  switch (surface.kind) {
    case 'notice':
      return surface.notice
    case 'nudge':
      return surface.stage === 1 ? 'blockDone' : 'secondStage'
    case 'limit':
      return 'limit'
    case 'rest':
      return surface.over ? 'restOver' : null
  }
}

function surfaceEffects(before: Surface | null, after: Surface | null, { sound }: PacingSettings): Effect[] {
  if (sameSurface(before, after)) return []
  if (after === null) return [{ type: 'hide' }]
  return [{ type: 'show', surface: after, message: messageOn(after), sound: sound && mayBeHeard(after) }]
}

/** A person who does not look hears that their block is complete, and that the rest is over; nothing else. */
function mayBeHeard(surface: Surface): boolean {
  const message = messageOn(surface)
  return message === 'blockDone' || message === 'restOver'
}

function sameSurface(a: Surface | null, b: Surface | null): boolean {
  if (a === null || b === null) return a === b
  if (a.kind === 'limit' && b.kind === 'limit') return sameScope(a.scope, b.scope)
  return a.kind === b.kind && messageOn(a) === messageOn(b)
}

type Scope = Extract<Surface, { kind: 'limit' }>['scope']

function sameScope(a: Scope, b: Scope): boolean {
  return a.kind === 'site' && b.kind === 'site' ? a.site === b.site : a.kind === b.kind
}

function repliesTo(event: PacingEvent, before: PacingState, after: PacingState): Reply[] {
  const { cycle } = after
  if (!hasBlock(cycle)) return []
  if (event.type === 'later' && hasBlock(before.cycle)) {
    return [{ message: 'later', around: after.at + cycle.targetMs - cycle.activeMs }]
  }
  const began = (event.type === 'start' || event.type === 'back') && !hasBlock(before.cycle)
  const plan: Reply[] = began ? [{ message: 'plan', ...cycle.plan }] : []
  const offered = after.lowDayOfferedOn !== before.lowDayOfferedOn && !isLowDay(after)
  return offered ? [...plan, { message: 'lowDay' }] : plan
}
