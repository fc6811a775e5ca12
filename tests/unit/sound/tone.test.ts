import { expect, test } from 'vitest'
import { softTone, TONE_PEAK } from '@/utils/sound/tone'

const RATE = 8000
const samples = [...softTone(RATE)]
/** How loud each twentieth of a second gets. */
const loudness = Array.from({ length: samples.length / 400 }, (_, part) =>
  Math.max(...samples.slice(part * 400, (part + 1) * 400).map(Math.abs)),
)

test('is quiet, and begins and ends in silence', () => {
  expect(Math.max(...loudness)).toBeLessThanOrEqual(TONE_PEAK)
  expect(Math.max(...loudness)).toBeGreaterThan(TONE_PEAK / 2)
  expect(loudness[0]).toBeLessThan(TONE_PEAK / 100)
  expect(loudness.at(-1)).toBeLessThan(TONE_PEAK / 100)
})

test('nowhere grows or falls by more than a twelfth of its height in a twentieth of a second', () => {
  loudness.forEach((level, part) => {
    expect(Math.abs(level - (loudness[part - 1] ?? 0))).toBeLessThan(TONE_PEAK / 12)
  })
})
