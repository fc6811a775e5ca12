import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Piece, portionsOf, portionWith } from '@/utils/reader/portions'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'

interface Shape {
  readonly size: number
  readonly words: number
  readonly kind: 'heading' | 'sentence' | 'block'
}

const shape: fc.Arbitrary<Shape> = fc.record({
  size: fc.integer({ min: 0, max: 400 }),
  words: fc.integer({ min: 0, max: 80 }),
  kind: fc.constantFrom('heading', 'sentence', 'sentence', 'sentence', 'block'),
})
const limits = fc.record({
  size: fc.integer({ min: 1, max: 1200 }),
  words: fc.integer({ min: 1, max: 400 }),
})

/** Lays shapes out one below the other; a paragraph is a run of sentences up to one with an even size. */
function laidOut(shapes: readonly Shape[]): Piece[] {
  let at = 0
  return shapes.map(({ size, words, kind }) => {
    const start = at
    at += size
    return { start, end: at, words, leads: kind === 'heading', closes: kind !== 'sentence' || size % 2 === 0 }
  })
}

const every = (check: (pieces: Piece[], limits: { size: number; words: number }) => void) =>
  fc.assert(
    fc.property(fc.array(shape, { maxLength: 120 }), limits, (shapes, limits) =>
      check(laidOut(shapes), limits),
    ),
    { numRuns: RUNS },
  )

const sum = (pieces: readonly Piece[]) => pieces.reduce((total, { words }) => total + words, 0)
const reach = (pieces: readonly Piece[]) => (pieces.at(-1)?.end ?? 0) - (pieces[0]?.start ?? 0)

describe('portions', () => {
  test(
    'put together are the article: each piece once, in order, none empty',
    () => {
      every((pieces, limits) => {
        const portions = portionsOf(pieces, limits)
        const indices = portions.flatMap(({ from, to }) =>
          Array.from({ length: to - from }, (_, i) => from + i),
        )
        expect(indices).toEqual(pieces.map((_, index) => index))
        expect(portions.every(({ from, to }) => to > from)).toBe(true)
      })
    },
    PROPERTY_TIMEOUT,
  )

  test(
    'fit the screen and the block, but for a single thing that is too large by itself',
    () => {
      every((pieces, limits) => {
        for (const { from, to } of portionsOf(pieces, limits)) {
          const held = pieces.slice(from, to)
          const beyondWhatLeads = held.slice(held.findIndex(({ leads }) => !leads))
          const fits = reach(held) <= limits.size && sum(held) <= limits.words
          expect(fits || beyondWhatLeads.length === 1 || held.every(({ leads }) => leads)).toBe(true)
        }
      })
    },
    PROPERTY_TIMEOUT,
  )

  test(
    'never end with a heading, unless the article does',
    () => {
      every((pieces, limits) => {
        for (const { to } of portionsOf(pieces, limits)) {
          expect(pieces[to - 1]?.leads && to < pieces.length).toBeFalsy()
        }
      })
    },
    PROPERTY_TIMEOUT,
  )

  test(
    'are not cut smaller than needed: what comes next would not have fitted, or a paragraph is kept whole',
    () => {
      every((pieces, limits) => {
        for (const { from, to } of portionsOf(pieces, limits).slice(0, -1)) {
          const follows = pieces.slice(to).findIndex(({ leads }) => !leads)
          const next = pieces.slice(from, follows < 0 ? undefined : to + 1 + follows)
          const room = reach(next) <= limits.size && sum(next) <= limits.words
          const keepsParagraph = pieces[to - 1]?.closes && reach(pieces.slice(from, to)) >= limits.size / 2
          expect(!room || keepsParagraph).toBe(true)
        }
      })
    },
    PROPERTY_TIMEOUT,
  )

  test(
    'offer a rest before more than a block of energy has been read',
    () => {
      every((pieces, limits) => {
        let words = 0
        for (const { from, to, fillsBlock } of portionsOf(pieces, limits)) {
          const own = sum(pieces.slice(from, to))
          expect(words === 0 || words + own <= limits.words).toBe(true)
          words = fillsBlock ? 0 : words + own
        }
      })
    },
    PROPERTY_TIMEOUT,
  )

  test('end at a paragraph where the screen is more than half full', () => {
    const sentence = { words: 5, leads: false }
    const pieces: Piece[] = [
      { ...sentence, start: 0, end: 50, closes: false },
      { ...sentence, start: 50, end: 70, closes: true },
      { ...sentence, start: 70, end: 90, closes: false },
      { ...sentence, start: 90, end: 150, closes: true },
    ]
    expect(portionsOf(pieces, { size: 100, words: 100 }).map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 4],
    ])
  })

  test('are found by a piece', () => {
    const portions = [
      { from: 0, to: 2, fillsBlock: false },
      { from: 2, to: 3, fillsBlock: false },
    ]
    expect([0, 1, 2, 9].map(piece => portionWith(portions, piece))).toEqual([0, 0, 1, 1])
    expect(portionWith([], 0)).toBe(0)
  })
})
