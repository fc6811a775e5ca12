import { whenPicturesMayMove } from '../images/when-they-may-move'
import { lookBeforePaint } from '../motion/looks'
import { oncePerPage } from '../motion/once-per-page'
import { type PictureTools, withPart } from '../page/parts'
import { pictureReaderOf } from '../page/picture-reader'
import { knownRoots, watchRoots } from '../page/roots'
import type { Effect } from './effect'

const TOOLS: PictureTools = { watchRoots, knownRoots, lookBeforePaint, pictureReaderOf }

/**
 * Holds pictures that move (GIF, APNG, WebP, AVIF and SVG files) at their first frame, wherever a page shows them. One that the
 * person presses, or reaches by key, plays until it is left. What does so comes when there is a picture that may move.
 */
export const images: Effect = {
  id: 'images',
  options: ['images'],
  movesLayout: false,
  apply(page, options, signal) {
    if (options.images === 1) stillImages(page, signal)
  },
}

const stillImages = oncePerPage((page, signal) => {
  const still = () => withPart('pictures', stiller => stiller(page, TOOLS, signal), signal)
  whenPicturesMayMove(page, still, signal)
})
