import { adoptSheet } from '../page/sheets'
import type { Effect } from './effect'

/** Pictures, video and drawings; a picture painted as a background cannot be told from its element. */
const MEDIA = ':is(img,video,canvas,embed,object,svg image)'

/** A link or figure around a picture counts as the picture, a player's controls over a video as the video. */
const LOOKED_AT =
  ':hover,:focus-visible,:is(a,button,figure,label):is(:hover,:focus-visible) *,video:has(~:hover,~:focus-within)'

/**
 * Dims and greys pictures and video on top of the page, and shows them as bright and colourful as the page while pointed at or focused.
 *
 * The declaration is not important on purpose: a picture that has a filter of the page's own (inverted, blurred until
 * it has loaded) keeps it.
 */
export const media: Effect = {
  id: 'media',
  options: ['media', 'mediaColour'],
  movesLayout: false,
  apply(page, options, signal) {
    const { media, mediaColour } = options
    if (media === 100 && mediaColour === 100) return
    const filter = `brightness(${media}%) saturate(${mediaColour}%)`
    adoptSheet(page, `@media screen{${MEDIA}:not(${LOOKED_AT}){filter:${filter}}}`, signal)
  },
}
