import { withPart } from '../page/parts'
import { knownRoots, watchRoots } from '../page/roots'
import { toneOf } from '../tone/tone'
import type { Effect } from './effect'

/**
 * Greys and softens the pictures that styles show: backgrounds, those of pseudo-elements too. Words on them stay as clear as
 * they are. What does so comes where it is asked for.
 */
export const backgrounds: Effect = {
  id: 'backgrounds',
  options: ['pictureTone'],
  movesLayout: false,
  apply(page, { pictureTone }, signal) {
    if (pictureTone === 0) return
    const tools = { watchRoots, knownRoots }
    withPart('tone', toner => toner.show(page, tools, toneOf(pictureTone), signal), signal)
  },
}
