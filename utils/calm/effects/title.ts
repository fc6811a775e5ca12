import { pageWorldOf } from '../page/page-world'
import { stillMoved } from '../pins/still-moved'
import type { Effect } from './effect'

/** Holds a title or an icon that scripts keep changing to be noticed in the row of tabs. */
export const title: Effect = {
  id: 'title',
  options: ['title'],
  movesLayout: false,
  apply(page, options, signal) {
    const { defaultView } = page
    if (options.title === 0 || signal.aborted || defaultView !== defaultView?.top) return
    pageWorldOf(page).hold('tab', signal)
    stillMoved(page, 'tab', signal)
  },
}
