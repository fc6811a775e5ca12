import { afterEach, expect, test, vi } from 'vitest'
import { language, localise, t } from '@/utils/i18n'

const speak = (...languages: string[]) => vi.stubGlobal('navigator', { languages })

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  [['nl-NL', 'en'], 'nl'],
  [['en-GB', 'nl'], 'en'],
  [['fy', 'nl', 'en'], 'nl'],
  [['de', 'fr'], 'en'],
  [[], 'en'],
])('a person who reads %j is spoken to in %s', (languages, spoken) => {
  expect(language(languages)).toBe(spoken)
})

test('the words are in the person’s language', () => {
  speak('en-US')
  expect(t('calmMode')).toBe('Calm mode')
  speak('nl-BE')
  expect(t('calmMode')).toBe('Rustige modus')
})

test('substitutions stand where the message wants them', () => {
  speak('en')
  expect(t('setApart', 'news.example.org', 'example.org')).toBe('Set news.example.org apart from example.org')
})

test('a page gets the language its words are in, and a title', () => {
  speak('nl')
  const page = { documentElement: { lang: '' }, title: '' }
  localise(page as Document)
  expect(page).toEqual({ documentElement: { lang: 'nl' }, title: 'Luwte' })
})
