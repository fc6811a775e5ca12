import { tReader as t } from '@/utils/i18n/reader'

/** @returns words for a reading speed, words a minute. */
export function speedWords(speed: number): string {
  if (speed < 80) return t('speedVerySlow')
  if (speed < 120) return t('speedSlow')
  return speed < 200 ? t('speedCalm') : t('speedUsual')
}

/** @returns words for the speed of a voice, % of its own. */
export function rateWords(rate: number): string {
  if (rate < 100) return t('rateSlow')
  return rate === 100 ? t('rateUsual') : t('rateFast')
}
