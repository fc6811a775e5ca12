import { adoptSheet } from '../page/sheets'
import { toneOf } from '../tone/tone'
import type { Effect } from './effect'

/** Pictures, video and drawings. Pictures behind other things: `backgrounds`. */
const MEDIA = ':is(img,input[type=image],video,canvas,embed,object,svg image)'

/** Contrast of what is softer, in % of its own. */
const SOFT = 60

/** A link or figure around a picture counts as the picture, a player's controls over a video as the video. */
const LOOKED_AT =
  ':hover,:focus-visible,:is(a,button,figure,label):is(:hover,:focus-visible) *,video:has(~:hover,~:focus-within)'

/**
 * Dims, greys and softens pictures and video on top of the page, and shows them as bright and colourful as the page while pointed at or focused.
 *
 * The declaration is not important on purpose: a picture that has a filter of the page's own (inverted, blurred until
 * it has loaded) keeps it.
 */
export const media: Effect = {
  id: 'media',
  options: ['media', 'mediaColour', 'pictureTone'],
  movesLayout: false,
  apply(page, options, signal) {
    const { media, mediaColour, pictureTone } = options
    const { soft, grey } = toneOf(pictureTone)
    if (media === 100 && mediaColour === 100 && !soft && !grey) return
    const filter = `brightness(${media}%) saturate(${grey ? 0 : mediaColour}%) contrast(${soft ? SOFT : 100}%)`
    adoptSheet(page, `@media screen{${MEDIA}:not(${LOOKED_AT}){filter:${filter}}}`, signal)
  },
}
