import { addDays, instantOf, type RuledDay, splitByDay } from '../time/day'
import { joinSpan, type Span, subtractSpans } from '../time/spans'
import { addTo, type Totals } from './totals'

/** A stretch of screen time on one site, on one device, inside one day. */
export interface LedgerInterval extends Span {
  readonly day: string
  readonly site: string
  readonly device: string
}

/** Screen time. An instant counts once, however many windows are open and wherever the clock was set back to. */
export interface Ledger {
  /** Milliseconds by device, day and site; this device's own and what others have told. */
  readonly totals: Totals
  /** Every stretch counted on this device in the days kept, whatever the site. */
  readonly covered: readonly Span[]
  /** Intervals for the history that are not known to be stored yet; the last one may still grow. */
  readonly outbox: readonly LedgerInterval[]
}

export const EMPTY_LEDGER: Ledger = { totals: {}, covered: [], outbox: [] }

/** How many past days a ledger keeps at hand: a flight west can bring yesterday back. */
const DAYS_KEPT = 2

/** The most stretches that wait for the history: a few hundred switches of site, some tens of kB. */
export const MAX_OUTBOX = 400

/**
 * Counts a stretch of time for a site, cut at roll-overs, without what has been counted before.
 *
 * @param today a day whose rule says where the cuts are; quickest when it holds the stretch.
 */
export function charge(
  ledger: Ledger,
  use: Span & { site: string; device: string },
  today: RuledDay,
): Ledger {
  if (use.from >= use.to) return ledger
  const parts = subtractSpans(use, ledger.covered).flatMap(({ from, to }) => splitByDay(from, to, today))
  return {
    totals: parts.reduce(
      (totals, { day, from, to }) => addTo(totals, { device: use.device, day, site: use.site }, to - from),
      ledger.totals,
    ),
    covered: joinSpan(ledger.covered, { from: use.from, to: use.to }),
    outbox: parts.reduce(
      (outbox: readonly LedgerInterval[], part) =>
        append(outbox, { ...part, site: use.site, device: use.device }),
      ledger.outbox,
    ),
  }
}

/** Drops the intervals the history holds. The last stays: it may still grow, and would be stored over itself. */
export function acknowledge(ledger: Ledger, storedThrough: number): Ledger {
  const last = ledger.outbox.length - 1
  return { ...ledger, outbox: ledger.outbox.filter(({ to }, i) => i === last || to > storedThrough) }
}

/** Forgets what lies more than two days before `today`. The history has it; limits only ask for today. */
export function forgetOldDays(ledger: Ledger, today: RuledDay): Ledger {
  const oldest = addDays(today.key, -DAYS_KEPT)
  const oldestFrom = instantOf(oldest, today.rolloverMinute, today.zone)
  const keepDays = (days: Totals[string]) =>
    Object.fromEntries(Object.entries(days).filter(([day]) => day >= oldest))
  return {
    ...ledger,
    totals: Object.fromEntries(
      Object.entries(ledger.totals).map(([device, days]) => [device, keepDays(days)]),
    ),
    covered: ledger.covered.filter(({ to }) => to > oldestFrom),
  }
}

/** Adds an interval, as the continuation of the last one where it is. */
function append(outbox: readonly LedgerInterval[], next: LedgerInterval): readonly LedgerInterval[] {
  const last = outbox.at(-1)
  const continues =
    last?.to === next.from && last.day === next.day && last.site === next.site && last.device === next.device
  return continues ? [...outbox.slice(0, -1), { ...last, to: next.to }] : withinBounds([...outbox, next])
}

/**
 * Where the history takes nothing for long, the oldest two stretches of one day and site become one that is as long as
 * both. Totals stay exact; only where inside the day the time lay is lost.
 */
function withinBounds(outbox: readonly LedgerInterval[]): readonly LedgerInterval[] {
  if (outbox.length <= MAX_OUTBOX) return outbox
  // The newest may still grow.
  for (let second = 1; second < outbox.length - 1; second++) {
    const added = outbox[second]
    const first = outbox.findIndex(({ day, site }) => day === added?.day && site === added.site)
    const kept = outbox[first]
    if (!added || !kept || first >= second) continue
    const joined = { ...kept, to: kept.to + added.to - added.from }
    return outbox.flatMap((interval, index) =>
      index === first ? [joined] : index === second ? [] : [interval],
    )
  }
  return outbox
}
