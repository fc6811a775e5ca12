import { beforeEach, expect, test, vi } from 'vitest'
import { language, localise, t } from '@/utils/i18n'

const { getMessage } = vi.hoisted(() => ({ getMessage: vi.fn<(key: string, given?: string[]) => string>() }))
vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }))

beforeEach(() => {
  getMessage.mockReset()
})

test('passes substitutions on in their order', () => {
  getMessage.mockImplementation((key, given) => `${key}: ${given?.join(' from ')}`)
  expect(t('setApart', 'news.example.org', 'example.org')).toBe('setApart: news.example.org from example.org')
})

test('gives the key where there is no message', () => {
  getMessage.mockReturnValue('')
  expect(t('calmMode')).toBe('calmMode')
})

test('gives a page the language its words are in, and a title', () => {
  getMessage.mockImplementation(key => ({ language: 'nl', name: 'Luwte' })[key] ?? '')
  const page = { documentElement: { lang: '' }, title: '' }
  localise(page as Document)
  expect(language()).toBe('nl')
  expect(page).toEqual({ documentElement: { lang: 'nl' }, title: 'Luwte' })
})
