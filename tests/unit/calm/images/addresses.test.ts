import { expect, test } from 'vitest'
import { mayMove } from '@/utils/calm/images/may-move'
import { addressesIn, withPictures } from '@/utils/calm/images/styled-uses'

test.each([
  ['linear-gradient(red, blue), url("http://a.test/x.gif")', ['http://a.test/x.gif']],
  ["--x: url('y.webp'), url( z.png )", ['y.webp', 'z.png']],
  ['url("a\\"b\\).gif") 20 / 1px', ['a"b).gif']],
  ['url()none', []],
])('the addresses in %s', (value, found) => {
  expect(addressesIn(value)).toEqual(found)
})

test('a style keeps all but the pictures for which there is another', () => {
  const other = (url: string) => (url === 'a.gif' ? 'url("data:,")' : undefined)
  expect(withPictures('url("a.gif"), url("b.gif") 1px', other)).toBe('url("data:,"), url("b.gif") 1px')
})

test.each([
  ['http://a.test/photo.jpg?x=.gif', false],
  ['http://a.test/letters.woff2', false],
  ['data:image/jpeg;base64,AA', false],
  ['data:font/woff2;base64,AA', false],
  ['', false],
  ['http://a.test/x?as=photo.jpg', true],
  ['http://a.test/logo.png#part', true],
  ['data:image/gif;base64,AA', true],
  ['blob:http://a.test/1', true],
])('whether %s may move: %s', (url, moves) => {
  expect(mayMove(url)).toBe(moves)
})
