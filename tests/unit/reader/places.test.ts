import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passageWith } from '@/utils/reader/find-text'
import {
  digestOf,
  MAX_AGE_MS,
  MAX_PLACES,
  type Place,
  parsePlaces,
  withoutPlace,
  withPlace,
} from '@/utils/reader/places'
import { DEFAULT_READER_PREFERENCES, parseReaderPreferences } from '@/utils/reader/preferences'
import { RUNS } from '../runs'

const place = (article: string, at: number): Place => ({ article, words: 'b'.repeat(32), at })

describe('places in articles', () => {
  test('are one for each article: the last', () => {
    const places = withPlace(withPlace([place('x', 1)], place('y', 2)), { ...place('x', 3), words: 'later' })
    expect(places).toEqual([place('y', 2), { ...place('x', 3), words: 'later' }])
    expect(withoutPlace(places, 'x')).toEqual([place('y', 2)])
  })

  test('are bounded in number and age: the oldest go', () => {
    const many = Array.from({ length: MAX_PLACES }, (_, index) => place(`article ${index}`, index + 1))
    const kept = withPlace(many, place('new', MAX_PLACES + 1))
    expect(kept).toHaveLength(MAX_PLACES)
    expect(kept[0]?.article).toBe('article 1')
    expect(withPlace([place('old', 0)], place('new', MAX_AGE_MS))).toEqual([place('new', MAX_AGE_MS)])
  })

  test('tell neither the address nor the words', async () => {
    const digest = await digestOf('https://site.example/an-illness')
    expect(digest).toMatch(/^[\da-f]{32}$/)
    expect(await digestOf('https://site.example/an-illness')).toBe(digest)
    expect(await digestOf('https://site.example/another')).not.toBe(digest)
  })

  test('are read one by one: what is damaged is left out', () => {
    const good = { article: 'a'.repeat(32), words: 'b'.repeat(32), at: 5 }
    expect(parsePlaces([good, { ...good, article: 'https://site.example' }])).toEqual({
      value: [good],
      damaged: true,
    })
    expect(parsePlaces(undefined)).toEqual({ value: [], damaged: false })
    fc.assert(
      fc.property(fc.anything(), stored => {
        expect(Array.isArray(parsePlaces(stored).value)).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('preferences for reading', () => {
  test('fall back field by field', () => {
    expect(parseReaderPreferences({ theme: 'neon', rate: 75, speed: 9000 })).toEqual({
      value: { ...DEFAULT_READER_PREFERENCES, rate: 75 },
      damaged: true,
    })
    expect(parseReaderPreferences(undefined)).toEqual({ value: DEFAULT_READER_PREFERENCES, damaged: false })
  })
})

describe('a text is found again', () => {
  const passages = ['One fine day.', 'The wind rose over the sea.', '今天风很大。', '你听见了吗？'].map(
    text => ({
      text,
    }),
  )

  test.each([
    ['The wind\n rose over the sea', 1],
    ['wind rose over the sea, which was changed after', 1],
    ['风很大。 你听见', 2],
    ['nowhere to be found', -1],
    [' \n', -1],
  ])('%j', (text, index) => {
    expect(passageWith(passages, text)).toBe(index)
  })
})
