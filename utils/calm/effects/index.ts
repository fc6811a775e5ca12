import { animations } from './animations'
import { dim } from './dim'
import type { Effect } from './effect'
import { media } from './media'
import { scripts } from './scripts'
import { text } from './text'
import { title } from './title'
import { video } from './video'

/** Every effect, in the order in which it is applied. */
export const EFFECTS: readonly Effect[] = [animations, scripts, title, video, dim, media, text]
