import { OPTION_RANGES, type OptionId } from '@/utils/calm/options'
import type { MessageKey } from '@/utils/i18n'

const LESS = ['amountLittleLess', 'amountLess', 'amountMuchLess'] as const
const MORE = ['amountLittleMore', 'amountMore', 'amountMuchMore'] as const

/** @returns the words for how far an option is from what the page has of itself. */
export function amountOf(option: OptionId, value: number): MessageKey {
  const { min, max, neutral } = OPTION_RANGES[option]
  if (value === neutral) return 'amountOwn'
  const [words, farthest] = value < neutral ? [LESS, min] : [MORE, max]
  const third = Math.ceil((3 * (value - neutral)) / (farthest - neutral))
  return words[third - 1] ?? words[2]
}
