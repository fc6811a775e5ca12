import { animations } from './animations'
import { dim } from './dim'
import type { Effect } from './effect'
import { media } from './media'
import { scripts } from './scripts'
import { text } from './text'

/** Every effect, in the order in which it is applied. */
export const EFFECTS: readonly Effect[] = [animations, scripts, dim, media, text]
