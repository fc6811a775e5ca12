import { type CorpusPage, MOVING, WORKING } from '../../../corpus'

/** One page for each way in which a page moves. */
const MOVING_IN_EACH_WAY = named(MOVING, [
  'declared/css-keyframes',
  'declared/css-pseudo-elements',
  'declared/waapi-endless',
  'declared/smil-endless',
  'shadow/closed',
  'frames/cross-site',
  'scripts/frames',
  'scripts/interval',
  'scripts/blink',
  'scripts/message-channel',
  'scripts/canvas',
  'scripts/webgl',
  'scripts/scroll',
  'scripts/style-sheet',
  'scripts/inner-html',
  'scripts/offscreen-canvas',
  'scripts/choices',
  'scripts/dialog',
  'scripts/frame-content',
  'scripts/media-rules',
  'scripts/typed-value',
  'scripts/typed-editable',
  'scripts/marks-that-move',
  'scripts/title-flash',
  'images/gif',
  'media/video-autoplay',
  'libraries/gsap-tween',
  'libraries/swiper-autoplay',
])

/** One page for each thing that has to go on. */
const WORKING_IN_EACH_WAY = named(WORKING, [
  'works/css-chain',
  'works/finished-promise',
  'works/second-iteration',
  'works/reveal-when-seen',
  'works/tween',
  'works/slow-steps',
  'works/poller',
  'works/rewritten-news',
  'works/clock',
  'works/drag',
  'works/editor',
  'works/form-by-script',
])

/** A part of a part of the corpus. */
export interface Selection {
  readonly moving: readonly CorpusPage[]
  readonly working: readonly CorpusPage[]
}

export const EACH_WAY: Selection = { moving: MOVING_IN_EACH_WAY, working: WORKING_IN_EACH_WAY }

/** What Firefox does in a way of its own. It shows pages side by side more slowly. */
export const EACH_WAY_OF_FIREFOX: Selection = {
  moving: named(MOVING, [
    'declared/css-keyframes',
    'shadow/closed',
    'scripts/interval',
    'scripts/canvas',
    'scripts/inner-html',
    'scripts/offscreen-canvas',
    'scripts/typed-value',
    'images/gif',
    'media/video-autoplay',
    'libraries/gsap-tween',
  ]),
  working: named(WORKING, ['works/css-chain', 'works/tween', 'works/poller', 'works/drag', 'works/editor']),
}

/** @throws when there is no page of one of the names. */
function named(pages: readonly CorpusPage[], names: readonly string[]): readonly CorpusPage[] {
  return names.map(name => {
    const page = pages.find(page => page.name === name)
    if (!page) throw new Error(`there is no page ${name}`)
    return page
  })
}
