import { expect, test } from 'vitest'
import { amountOf } from '@/components/amount'
import { allowedValues, OPTION_IDS, OPTION_RANGES } from '@/utils/calm/options'

test.each([
  ['brightness', 100, 'amountOwn'],
  ['brightness', 95, 'amountLittleLess'],
  ['brightness', 60, 'amountLess'],
  ['brightness', 30, 'amountMuchLess'],
  ['textSize', 110, 'amountLittleMore'],
  ['textSize', 200, 'amountMore'],
  ['textSize', 300, 'amountMuchMore'],
] as const)('%s at %i is said as %s', (option, value, words) => {
  expect(amountOf(option, value)).toBe(words)
})

test('says less below and more above what the page has, at every value of every option', () => {
  for (const option of OPTION_IDS) {
    const { neutral } = OPTION_RANGES[option]
    for (const value of allowedValues(option)) {
      const side = value === neutral ? /Own$/ : value < neutral ? /Less$/ : /More$/
      expect(amountOf(option, value), `${option} ${value}`).toMatch(side)
    }
  }
})
