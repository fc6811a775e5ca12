import { isLowDay } from './block'
import { own } from './own'
import { siteInUse } from './presence'
import { lowDayMs, type PacingSettings } from './settings'
import { type LimitScope, noAnswers, type PacingState } from './state'
import { totalOf } from './totals'

/**
 * How far a limit is: milliseconds of use left, 0 or less once it is reached. On a low day half the limit counts; an
 * answer moves it, for that day only.
 *
 * @returns `null` when the person has set none, or chose "off" for today.
 */
export function limitLeftMs(state: PacingState, scope: LimitScope, settings: PacingSettings): number | null {
  const answers = answersToday(state)
  const { limits } = settings
  const chosen = scope.kind === 'day' ? limits.dayMs : (own(limits.sites, scope.site) ?? null)
  if (chosen === null || answers.off) return null
  const answered = scope.kind === 'day' ? answers.dayFromMs : own(answers.siteFromMs, scope.site)
  const limit = isLowDay(state) ? lowDayMs(chosen) : chosen
  return Math.max(limit, answered ?? 0) - usedMs(state, scope)
}

/** The limits that concern the page in use: the day's first, then its site's. */
export function scopesInUse(state: PacingState): LimitScope[] {
  return [{ kind: 'day' }, { kind: 'site', site: siteInUse(state.signals) }]
}

/** The limit that is reached where the person is; `null` for none. */
export function reachedLimit(state: PacingState, settings: PacingSettings): LimitScope | null {
  return (
    scopesInUse(state).find(scope => {
      const left = limitLeftMs(state, scope, settings)
      return left !== null && left <= 0
    }) ?? null
  )
}

/**
 * Takes an answer to a limit. Leaving and staying a little are alike here: the page is the person's to leave, and who
 * stays or comes back is not stopped at the door but asked again after the same little while.
 */
export function answerLimit(
  state: PacingState,
  scope: LimitScope,
  { littleLongerMs }: PacingSettings,
): PacingState {
  const answers = answersToday(state)
  const fromMs = usedMs(state, scope) + littleLongerMs
  return {
    ...state,
    limitAnswers:
      scope.kind === 'day'
        ? { ...answers, dayFromMs: fromMs }
        : { ...answers, siteFromMs: { ...answers.siteFromMs, [scope.site]: fromMs } },
  }
}

/** Turns limits off for today, or on again. */
export function silenceLimits(state: PacingState, off: boolean): PacingState {
  return { ...state, limitAnswers: { ...answersToday(state), off } }
}

function answersToday({ limitAnswers, today }: PacingState) {
  return limitAnswers.day === today.key ? limitAnswers : noAnswers(today.key)
}

function usedMs({ ledger, today }: PacingState, scope: LimitScope): number {
  return totalOf(ledger.totals, today.key, scope.kind === 'site' ? scope.site : undefined)
}
