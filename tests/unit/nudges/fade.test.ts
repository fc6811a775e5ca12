import { expect, test } from 'vitest'
import { FADE_MS, opacityAt, WORDS_FADE_MS } from '@/utils/nudges/page/fade'

/** Light between 0 and 1 of an sRGB value between 0 and 1, as WCAG defines it. */
const light = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

const STEPS = 1000
const shares = Array.from({ length: STEPS }, (_, step) => step / STEPS)

/** Greatest change of light a second while a surface of value `to` fades in over a page of value `from`. */
function steepest(from: number, to: number, duration = FADE_MS): number {
  const lightAt = (share: number) => light(from + (to - from) * opacityAt(share))
  return Math.max(
    ...shares.map(share => Math.abs(lightAt(share + 1 / STEPS) - lightAt(share)) * STEPS * (1000 / duration)),
  )
}

test('begins at nothing, ends whole, and never goes back', () => {
  expect(opacityAt(0)).toBe(0)
  expect(opacityAt(1)).toBe(1)
  for (const share of shares) expect(opacityAt(share + 1 / STEPS)).toBeGreaterThanOrEqual(opacityAt(share))
})

test.each([
  ['a dark card on a white page', 1, 0.15],
  ['the dark of a rest on a white page', 1, 0.05],
  ['light words on a black page', 0, 0.83],
  ['light words on a grey page', 0.5, 0.83],
])('%s changes by a tenth of full light a second at most', (_, from, to) => {
  expect(steepest(from, to)).toBeLessThanOrEqual(0.1)
})

test('light words on a dark card do so as well, in their shorter time', () => {
  expect(steepest(0.13, 0.78, WORDS_FADE_MS)).toBeLessThanOrEqual(0.1)
})
