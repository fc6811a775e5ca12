import { expect, test } from 'vitest'
import { isOfSite } from '@/utils/reader/address'

test.each([
  ['https://example.co.uk/a', 'example.co.uk', true],
  ['https://www.news.example.co.uk./a', 'example.co.uk', true],
  ['https://notexample.co.uk/', 'example.co.uk', false],
  ['https://example.co.uk/', 'news.example.co.uk', false],
  ['file:///home/a.html', 'file:', true],
  ['https://example.org/', 'file:', false],
  ['https://example.org/', null, false],
  ['', 'example.org', false],
])('%s is of the site %s: %s', (url, site, expected) => {
  expect(isOfSite(url, site)).toBe(expected)
})
