import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesOf } from '@/utils/reader/sentences'
import { countWords } from '@/utils/reader/words'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'

const cut = (text: string, lang = 'en') =>
  sentencesOf(text, lang).map(({ start, end }) => text.slice(start, end).trim())

describe('sentences', () => {
  test(
    'put together are the text, whatever it is',
    () => {
      const text = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc
          .array(fc.constantFrom('Dr.', 'A.', 'word', '. ', '! ', '。', '؟ ', '\n', '\n\n', '[1]', ' ', '下'))
          .map(parts => parts.join('')),
      )
      fc.assert(
        fc.property(text, fc.constantFrom('en', 'ar', 'zh', '', 'no such language'), (text, lang) => {
          const spans = sentencesOf(text, lang)
          expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
          expect(spans.every(({ start, end }) => end > start)).toBe(true)
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )

  test.each([
    ['en', 'The lee is calm. The wind is not! Is it?', 3],
    ['nl', 'De luwte is stil. De wind niet. Hoort u mij, dhr. De Vries?', 3],
    ['ar', 'الريح قوية اليوم. هل تسمعها؟ نعم، أسمعها.', 3],
    ['zh', '今天风很大。你听见了吗？我听见了。', 3],
    ['ja', '風が強い。聞こえますか。', 2],
    ['hi', 'हवा तेज़ है। क्या तुम सुनते हो?', 2],
  ])('are told apart in %s', (lang, text, count) => {
    expect(cut(text, lang)).toHaveLength(count)
  })

  test('do not end at the source’s line ends, nor at short forms and initials', () => {
    expect(cut('One sentence\nover two lines. Another.')).toEqual([
      'One sentence\nover two lines.',
      'Another.',
    ])
    expect(cut('We met Dr. Smith and J. R. Jones in St. Ives. It rained.')).toHaveLength(2)
    expect(cut('Neem bijv. Jan mee, of o.a. Piet. Dat kan.', 'nl')).toHaveLength(2)
  })

  test('keep a reference with the sentence it belongs to', () => {
    expect(cut('It is known.[12] So is this.[note 3][4] And this.')).toEqual([
      'It is known.[12]',
      'So is this.[note 3][4]',
      'And this.',
    ])
  })
})

describe('counting words', () => {
  test.each([
    ['Six words are in this one.', 6],
    ['', 0],
    ['… — !', 0],
    ['الريح قوية اليوم', 3],
    ['今天风很大', 3],
    ['Wind 风 and 3 trees', 5],
  ])('of %j', (text, words) => {
    expect(countWords(text)).toBe(words)
  })
})
