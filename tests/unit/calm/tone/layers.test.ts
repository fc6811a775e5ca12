import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BackgroundStyle, LISTS, partsOf, showsPicture, toned } from '@/utils/calm/tone/layers'

const PLAIN: BackgroundStyle = {
  backgroundImage: 'none',
  backgroundPosition: '0% 0%',
  backgroundSize: 'auto',
  backgroundRepeat: 'repeat',
  backgroundOrigin: 'padding-box',
  backgroundClip: 'border-box',
  backgroundAttachment: 'scroll',
  backgroundBlendMode: 'normal',
}

describe('a list', () => {
  test('is parted at its own commas alone', () => {
    expect(partsOf('url("a,(b.png"), linear-gradient(rgb(1, 2, 3), red 10%), none')).toEqual([
      'url("a,(b.png")',
      'linear-gradient(rgb(1, 2, 3), red 10%)',
      'none',
    ])
    expect(partsOf(String.raw`url("a\",b"), url(c\,d)`)).toEqual([
      String.raw`url("a\",b")`,
      String.raw`url(c\,d)`,
    ])
  })

  test('that is put together again is the same', () => {
    const part = fc.constantFrom('url("x,y)")', 'none', 'image-set(url("a") 1dppx, url("b") 2dppx)', '0% 0%')
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), parts => {
        expect(partsOf(parts.join(', '))).toEqual(parts)
      }),
    )
  })
})

test.each([
  ['url("a.png")', true],
  ['linear-gradient(red, blue), url(a.png)', true],
  ['image-set(url("a.png") 1dppx)', true],
  ['-moz-element(#a)', true],
  ['linear-gradient(red, blue)', false],
  ['none', false],
])('%s shows a picture: %s', (value, shows) => {
  expect(showsPicture(value)).toBe(shows)
})

describe('a background', () => {
  const photo = { ...PLAIN, backgroundImage: 'url("a.png")', backgroundSize: 'cover' }

  test('without a picture is left alone', () => {
    expect(toned(PLAIN, true, '#fff')).toBeNull()
    expect(toned({ ...PLAIN, backgroundImage: 'linear-gradient(red, blue)' }, true, '#fff')).toBeNull()
  })

  test('whose picture is the text itself is left alone', () => {
    expect(toned({ ...photo, backgroundClip: 'text' }, true, '#fff')).toBeNull()
  })

  test('is made grey by its own picture alone', () => {
    expect(toned(photo, true, null)).toMatchObject({
      backgroundImage: 'url("a.png"), url("a.png"), url("a.png")',
      backgroundSize: 'cover, cover, cover',
      backgroundBlendMode: 'luminosity, difference, normal',
    })
  })

  test('keeps its gradients, and what each layer says of itself', () => {
    const two = {
      ...photo,
      backgroundImage: 'linear-gradient(red, blue), url("a.png")',
      backgroundSize: '10px, cover',
    }
    expect(toned(two, true, null)).toMatchObject({
      backgroundImage: 'linear-gradient(red, blue), url("a.png"), url("a.png"), url("a.png")',
      backgroundSize: '10px, cover, cover, cover',
      backgroundRepeat: 'repeat, repeat, repeat, repeat',
      backgroundBlendMode: 'normal, luminosity, difference, normal',
    })
  })

  test('has a veil on top where it becomes softer', () => {
    expect(toned({ ...photo, backgroundPosition: '-9px 0px' }, false, '#0008')).toMatchObject({
      backgroundImage: 'linear-gradient(#0008, #0008), url("a.png")',
      backgroundPosition: '0% 0%, -9px 0px',
      backgroundSize: 'auto, cover',
    })
  })

  test('that the page mixes by itself keeps its colours', () => {
    expect(toned({ ...photo, backgroundBlendMode: 'multiply' }, true, null)).toBeNull()
  })

  test('has a value in every list for every layer', () => {
    const image = fc.constantFrom('url("a,b")', 'linear-gradient(red, blue)', 'none')
    fc.assert(
      fc.property(fc.array(image, { minLength: 1, maxLength: 5 }), fc.boolean(), (images, grey) => {
        const shown = toned({ ...PLAIN, backgroundImage: images.join(', ') }, grey, '#fff8')
        expect(shown !== null).toBe(images.includes('url("a,b")'))
        const counts = new Set(LISTS.map(name => shown && partsOf(shown[name]).length))
        expect(counts.size).toBe(1)
      }),
    )
  })
})
