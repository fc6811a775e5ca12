import { adoptSheet } from '../page/sheets'
import type { Effect } from './effect'
import { columnRules } from './text/column'
import { lineRules, sizeRules } from './text/size'
import { letterRules, paragraphRules } from './text/spacing'

/**
 * Enlarges text and sets it wider. Style rules alone do it: nothing is measured and nothing written into the page's
 * DOM, so text that comes later is never missed, and what a person edits is never changed. Print stays the page's own.
 */
export const text: Effect = {
  id: 'text',
  options: ['textSize', 'lineHeight', 'lineLength', 'letterSpacing', 'wordSpacing', 'paragraphSpacing'],
  movesLayout: true,
  apply(page, options, signal) {
    const { textSize, lineHeight, lineLength, paragraphSpacing } = options
    const factor = textSize / 100
    const rules = [
      factor > 1 && sizeRules(factor),
      (factor > 1 || lineHeight > 0) && lineRules(lineHeight, factor),
      lineLength > 0 && columnRules(lineLength),
      letterRules(options, factor),
      paragraphSpacing > 0 && paragraphRules(paragraphSpacing, factor),
    ].filter(Boolean)
    if (rules.length > 0) adoptSheet(page, `@media screen{${rules.join('\n')}}`, signal)
  },
}
