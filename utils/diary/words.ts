import { type MessageKey, t } from '../i18n'
import { type DiaryKey, tDiary } from '../i18n/diary'
import type { Energy } from '../pacing/settings'
import type { Pain } from './entry'

const ENERGY: Readonly<Record<Energy, MessageKey>> = {
  veryLow: 'energyVeryLow',
  low: 'energyLow',
  middle: 'energyMiddle',
  good: 'energyGood',
}
const PAIN: Readonly<Record<Pain, DiaryKey>> = {
  none: 'painNone',
  little: 'painLittle',
  some: 'painSome',
  much: 'painMuch',
}

export const energyInWords = (energy: Energy): string => t(ENERGY[energy])
export const painInWords = (pain: Pain): string => tDiary(PAIN[pain])

/** @returns a site's name; what has none is a page of the browser's, or a file. */
export const siteInWords = (site: string): string => site || tDiary('otherPages')
