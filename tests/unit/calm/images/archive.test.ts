import { expect, test } from 'vitest'
import { picturesIn } from '@/utils/calm/images/archive'

const ARCHIVE = [
  'From: <Saved by Blink>',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----Multipart--a----"',
  '',
  '------Multipart--a----',
  'Content-Type: text/html',
  'Content-Location: http://a.test/',
  '',
  '<p>',
  '------Multipart--a----',
  'Content-Type: image/gif',
  'Content-Transfer-Encoding: base64',
  'Content-Location: http://a.test/x?a=b',
  '',
  'R0lG',
  'ODlh',
  '------Multipart--a----',
  'Content-Type: image/svg+xml',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: http://a.test/y.svg',
  '',
  '<svg a=3D"=',
  'b"/>',
  '------Multipart--a----',
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: http://a.test/damaged',
  '',
  '***',
  '------Multipart--a------',
].join('\r\n')

test('finds pictures by their address, and leaves out what is damaged', () => {
  const found = [...picturesIn(ARCHIVE)].map(([address, bytes]) => [
    address,
    new TextDecoder().decode(bytes).trim(),
  ])
  expect(found).toEqual([
    ['http://a.test/x?a=b', 'GIF89a'],
    ['http://a.test/y.svg', '<svg a="b"/>'],
  ])
})

test('finds nothing in what is no archive', () => {
  expect(picturesIn('').size).toBe(0)
  expect(picturesIn('boundary="x"').size).toBe(0)
})
