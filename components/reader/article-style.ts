import type { CalmOptions } from '@/utils/calm/options'
import type { ReaderPreferences } from '@/utils/reader/preferences'

/** The least that calm type has, whatever calm mode says of the page: WCAG 1.4.12 for lines, and a paragraph apart. */
const LEAST_LINE = 150
const LEAST_PARAGRAPH = 100

/** What calm mode and the person's choices mean for the article, as custom properties of its sheet. */
export function articleStyle(options: CalmOptions, { width }: ReaderPreferences): Record<string, string> {
  return {
    '--size': `${options.textSize / 100}`,
    '--line': `${Math.max(LEAST_LINE, options.lineHeight) / 100}`,
    '--letter': `${options.letterSpacing / 100}em`,
    '--word': `${options.wordSpacing / 100}em`,
    '--paragraph': `${Math.max(LEAST_PARAGRAPH, options.paragraphSpacing) / 100}em`,
    '--width': `${width}ch`,
    '--media': `${Math.min(0.9, (options.brightness * options.media) / 10_000)}`,
    '--colour': `${options.saturation / 100}`,
  }
}
