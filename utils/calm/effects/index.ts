import { animations } from './animations'
import { backgrounds } from './backgrounds'
import { dim } from './dim'
import type { Effect } from './effect'
import { images } from './images'
import { media } from './media'
import { pinned } from './pinned'
import { scripts } from './scripts'
import { text } from './text'
import { theme } from './theme'
import { title } from './title'
import { typeface } from './typeface'
import { video } from './video'

/** Every effect, in the order in which it is applied. */
export const EFFECTS: readonly Effect[] = [
  animations,
  scripts,
  title,
  images,
  video,
  theme,
  dim,
  media,
  backgrounds,
  typeface,
  text,
  pinned,
]
