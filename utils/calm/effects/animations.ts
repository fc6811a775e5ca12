import { stillMotion } from '../motion/still-motion'
import { STILL_RULES } from '../motion/still-rules'
import { adoptSheet } from '../page/sheets'
import type { Effect } from './effect'

/**
 * Stills what a page declares to move: CSS animations and transitions, Web Animations, SVG's own animation, marquees,
 * view transitions, smooth scrolling and fixed backgrounds. What scripts move step by step is beyond it.
 */
export const animations: Effect = {
  id: 'animations',
  options: ['animations'],
  movesLayout: false,
  apply(page, options, signal) {
    if (options.animations === 0) return
    adoptSheet(page, STILL_RULES, signal)
    stillMotion(page, signal)
  },
}
