import { pageWorldOf } from '../page/page-world'
import { tellReducedMotion } from '../page/reduced-motion'
import type { Effect } from './effect'

/**
 * Holds what scripts keep moving, and tells the page that less motion is wanted. The holding is done in the page's own
 * world; where nobody is there to do it, stylesheets alone are told.
 */
export const scripts: Effect = {
  id: 'scripts',
  options: ['scripts'],
  movesLayout: false,
  apply(page, options, signal) {
    if (options.scripts === 0 || signal.aborted) return
    pageWorldOf(page).hold('page', signal)
    tellReducedMotion(page, signal)
  },
}
