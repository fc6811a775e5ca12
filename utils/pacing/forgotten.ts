import { addDays, instantOf, type RuledDay } from '../time/day'
import { subtractSpans } from '../time/spans'
import type { Ledger } from './ledger'
import { noAnswers, type PacingState } from './state'
import type { Totals } from './totals'

/** Screen time that the person erases. */
export type Forgotten =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'site'; readonly site: string }
  | { readonly kind: 'all' }

/**
 * The state without what is erased: nothing that is stored again later may hold it. Limits begin to count anew with
 * it; a limit that was switched off for today stays off.
 */
export function forget(state: PacingState, forgotten: Forgotten): PacingState {
  return {
    ...state,
    ledger: forgetInLedger(state.ledger, forgotten, state.today),
    limitAnswers: forgetAnswers(state, forgotten),
  }
}

function forgetInLedger(ledger: Ledger, forgotten: Forgotten, { zone, rolloverMinute }: RuledDay): Ledger {
  switch (forgotten.kind) {
    case 'all':
      return { totals: {}, covered: [], outbox: [] }
    case 'site': {
      const { site } = forgotten
      return {
        ...ledger,
        totals: mapDays(ledger.totals, days =>
          Object.fromEntries(Object.entries(days).map(([day, sites]) => [day, without(sites, site)])),
        ),
        outbox: ledger.outbox.filter(interval => interval.site !== site),
      }
    }
    case 'day': {
      const { day } = forgotten
      const span = {
        from: instantOf(day, rolloverMinute, zone),
        to: instantOf(addDays(day, 1), rolloverMinute, zone),
      }
      return {
        totals: mapDays(ledger.totals, days => without(days, day)),
        covered: ledger.covered.flatMap(covered => subtractSpans(covered, [span])),
        outbox: ledger.outbox.filter(interval => interval.day !== day),
      }
    }
  }
}

function forgetAnswers({ limitAnswers }: PacingState, forgotten: Forgotten): PacingState['limitAnswers'] {
  const { day, off, siteFromMs } = limitAnswers
  if (forgotten.kind === 'site') return { ...limitAnswers, siteFromMs: without(siteFromMs, forgotten.site) }
  const concerned = forgotten.kind === 'all' || forgotten.day === day
  return concerned ? { ...noAnswers(day), off } : limitAnswers
}

function mapDays(totals: Totals, change: (days: Totals[string]) => Totals[string]): Totals {
  return Object.fromEntries(Object.entries(totals).map(([device, days]) => [device, change(days)]))
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))
}
