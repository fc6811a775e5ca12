import { dim } from './dim'
import type { Effect } from './effect'

/** Every effect, in the order in which it is applied. */
export const EFFECTS: readonly Effect[] = [dim]
