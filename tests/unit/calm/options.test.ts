import { describe, expect, it } from 'vitest'
import { allowedValues, nearestAllowed } from '@/utils/calm/options'

describe('the distance between lines', () => {
  it("is the page's own, or enough that lines do not overlap", () => {
    expect(allowedValues('lineHeight').filter(value => value > 0 && value < 100)).toEqual([])
    expect(allowedValues('lineHeight').slice(0, 3)).toEqual([0, 100, 110])
  })

  it('goes to the nearer of the two from between them', () => {
    expect([10, 40, 60, 90].map(value => nearestAllowed('lineHeight', value))).toEqual([0, 0, 100, 100])
  })
})

it('an option without a gap keeps to its steps and range', () => {
  expect([12, 31, 52, 500, Number.NaN].map(value => nearestAllowed('brightness', value))).toEqual([
    30, 30, 50, 100, 100,
  ])
})
