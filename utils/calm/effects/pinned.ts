import { unpinBars } from '../page/pinned-bars'
import type { Effect } from './effect'

/**
 * Lets bars that stay in view go with the page as it is scrolled: for eyes that take in too much they are constant
 * motion at the edge of sight.
 */
export const pinned: Effect = {
  id: 'pinned',
  options: ['pinned'],
  movesLayout: false,
  apply(page, options, signal) {
    if (options.pinned === 1) unpinBars(page, signal)
  },
}
