import type { CalmOptions } from '@/utils/calm/options'
import { toneOf } from '@/utils/calm/tone/tone'

/** The least that calm type has, whatever calm mode says of the page: WCAG 1.4.12 for lines, and a paragraph apart. */
const LEAST_LINE = 150
const LEAST_PARAGRAPH = 100

/** The length of lines where calm mode leaves a page its own, characters: from 45 to 90 is what reads easily. */
const USUAL_LENGTH = 60

/** What calm mode's options mean for the article, as custom properties of its sheet. */
export function articleStyle(options: CalmOptions): Record<string, string> {
  const { soft, grey } = toneOf(options.pictureTone)
  return {
    '--size': `${options.textSize / 100}`,
    '--leading': `${Math.max(LEAST_LINE, options.lineHeight) / 100}`,
    '--letter': `${options.letterSpacing / 100}em`,
    '--word': `${options.wordSpacing / 100}em`,
    '--paragraph': `${Math.max(LEAST_PARAGRAPH, options.paragraphSpacing) / 100}em`,
    '--width': `${options.lineLength || USUAL_LENGTH}ch`,
    '--media': `${Math.min(0.9, (options.brightness * options.media) / 10_000)}`,
    '--colour': `${grey ? 0 : (options.saturation * options.mediaColour) / 10_000}`,
    '--contrast': soft ? '0.6' : '1',
  }
}
