import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import english from '@/docs/store/texts.en.json'
import dutch from '@/docs/store/texts.nl.json'
import en from '@/public/_locales/en/messages.json'
import nl from '@/public/_locales/nl/messages.json'
import { CLAIM, UNKIND } from './unkind'

/** What Luwte says it does not do is the one place for these words. */
const DISCLAIMERS = [
  'Luwte does not treat, monitor, predict or prevent anything. This is not medical advice.',
  'Luwte behandelt, bewaakt, voorspelt of voorkomt niets. Dit is geen medisch advies.',
]

/** Claims that are tempting in a store, and what the sources of the guidance say that is not to be repeated. */
const TEMPTING =
  /\b(improve|reduce|relie|recover|boost|protect|monitor|predict|therap|clinical|proven|sleep|best|free|verbeter|verminder|verlicht|herstel|bescherm|bewaak|voorspel|bewezen|klinisch|slaap|beste|gratis|neurodegenerat|adrenochrom)/iu

describe.each([
  ['en', english, en],
  ['nl', dutch, nl],
])('the store texts in %s', (language, texts, messages) => {
  const description = texts.description.join('\n')
  const words = [
    texts.summaryForChrome,
    texts.summaryForFirefox,
    description,
    ...Object.values(texts.pictures),
  ]

  test('are as long as the stores allow', () => {
    expect(texts.name.length).toBeLessThanOrEqual(50)
    expect(texts.summaryForChrome.length).toBeLessThanOrEqual(132)
    expect(texts.summaryForFirefox.length).toBeLessThanOrEqual(250)
    expect(description.length).toBeLessThanOrEqual(15_000)
  })

  test('are those of the manifest, where it has them', () => {
    expect(texts.name).toBe(messages.name.message)
    expect(texts.summaryForChrome).toBe(messages.description.message)
  })

  test('neither hurry, order, judge nor claim', () => {
    const said = words.join('\n').replace(DISCLAIMERS.find(line => description.endsWith(line)) ?? '', '')
    expect(said).not.toMatch(UNKIND)
    expect(said).not.toMatch(CLAIM)
    expect(said).not.toMatch(TEMPTING)
  })

  test('end by saying what Luwte does not do', () => {
    expect(DISCLAIMERS).toContain(texts.description.at(-1))
  })

  test('have a picture for each line under the pictures', () => {
    for (const name of Object.keys(texts.pictures)) {
      expect(existsSync(`docs/store/${language}/${name}.png`), name).toBe(true)
    }
  })
})

test('both languages say the same, line by line', () => {
  expect(dutch.description.map(Boolean)).toEqual(english.description.map(Boolean))
  expect(Object.keys(dutch.pictures)).toEqual(Object.keys(english.pictures))
})
