import type { Leftover } from '../leftovers'
import type { CalmOptions, OptionId } from '../options'

/**
 * One reversible change to a page.
 *
 * `apply` makes the change at once and takes it back, without a trace, when `signal` aborts; on a signal that has
 * aborted already it does nothing. It runs in each frame by itself, as early as before the first paint, and may be
 * called again with other options before the earlier call's signal aborts: the last call is the one that shows.
 * It never throws for what a page does, and knows neither the browser's extension API, nor storage, nor messages.
 */
export interface Effect {
  readonly id: string
  /** The options it reads: it is applied anew only when one of these changes. */
  readonly options: readonly OptionId[]
  /** True when it changes where things stand, so that the reading position has to be kept. */
  readonly movesLayout: boolean
  apply(page: Document, options: CalmOptions, signal: AbortSignal): void
  /**
   * What it could not calm on this page, as things stand now. Asked only when the person looks, and only while the
   * effect is at work: it may look at the page then, and is to cost nothing before.
   */
  leftovers?(page: Document): Iterable<Leftover>
}
