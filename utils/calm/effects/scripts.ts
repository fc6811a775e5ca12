import { answerMediaQueries } from '../page/media-queries'
import { pageWorldOf } from '../page/page-world'
import { hasMovingWorkerCanvas, stillWorkerCanvases } from '../page/worker-canvas'
import { asIfReduced } from '../page-world/reduced-motion-query'
import { stillMoved } from '../pins/still-moved'
import type { Effect } from './effect'

/**
 * Holds what scripts keep moving, and tells the page that less motion is wanted. The holding is done in the page's own
 * world; what is beyond that, or was running before anybody stood there, is held where it is.
 */
export const scripts: Effect = {
  id: 'scripts',
  options: ['scripts'],
  movesLayout: false,
  apply(page, options, signal) {
    if (options.scripts === 0 || signal.aborted) return
    pageWorldOf(page).hold('page', signal)
    answerMediaQueries(page, asIfReduced, signal)
    stillMoved(page, 'page', signal)
    stillWorkerCanvases(page, signal)
  },
  leftovers(page) {
    return hasMovingWorkerCanvas(page) ? ['canvas'] : []
  },
}
