import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, dataUrlOf } from '@/utils/calm/images/data-url'
import { stillOf } from '@/utils/calm/images/formats/still'

const FORMATS = ['gif', 'png', 'webp', 'avif', 'svg'] as const

const file = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/images/${name}`))
const text = (words: string) => new TextEncoder().encode(words)
const words = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const runs = process.env.LUWTE_DEEP ? 5000 : 200

describe('a picture that moves', () => {
  test.each(FORMATS)('%s becomes a smaller or equal file of the same type that does not move', format => {
    const moving = file(`moving.${format}`)
    const still = stillOf(moving)
    expect(still?.type).toBe(`image/${format === 'svg' ? 'svg+xml' : format}`)
    expect(stillOf(still?.bytes ?? moving)?.bytes ?? still?.bytes).toEqual(still?.bytes)
    if (format !== 'svg') expect(still?.bytes.length).toBeLessThanOrEqual(moving.length)
  })

  test.each(['gif', 'png', 'webp'])('%s keeps one frame of four', format => {
    const lengths = [file(`moving.${format}`).length, stillOf(file(`moving.${format}`))?.bytes.length ?? 0]
    expect(lengths[1]).toBeLessThan((lengths[0] ?? 0) * 0.75)
    expect(stillOf(stillOf(file(`moving.${format}`))?.bytes ?? new Uint8Array())).toBeNull()
  })
})

test.each(['still.gif', 'still.png', 'still.webp', 'still.avif'])('%s is left as it is', name => {
  expect(stillOf(file(name))).toBeNull()
})

describe('a drawing', () => {
  const svg = (inside: string) =>
    text(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)

  test('whose animation ends by itself is left to end', () => {
    expect(
      stillOf(svg('<style>a{animation:in 1s forwards}</style><animate dur="1s" fill="freeze"/>')),
    ).toBeNull()
  })

  test('stands where a style goes on for ever', () => {
    const still = stillOf(
      svg('<style>a{animation:x 1s infinite;fill:red}</style><b style="animation:y 1s infinite"/>'),
    )
    expect(
      words(still?.bytes ?? new Uint8Array()).match(/infinite;animation-play-state:paused!important/g),
    ).toHaveLength(2)
  })

  test('does not begin an animation without end', () => {
    const still = stillOf(
      svg('<animate attributeName="x" begin="0s" dur="1s" repeatCount="indefinite"/><animate dur="1s"/>'),
    )
    expect(words(still?.bytes ?? new Uint8Array())).toContain(
      '<animate begin="indefinite" attributeName="x" dur="1s" repeatCount="indefinite"/><animate dur="1s"/>',
    )
  })
})

describe('whatever the bytes', () => {
  test('nothing throws, and what is cut out is not cut again', () => {
    const damaged = fc
      .record({
        whole: fc.constantFrom(...FORMATS.map(format => file(`moving.${format}`))),
        length: fc.double({ min: 0, max: 1, noNaN: true }),
        places: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }),
      })
      .map(({ whole, length, places }) => {
        const bytes = whole.slice(0, Math.round(whole.length * length))
        for (const [place, value] of places) if (bytes.length > 0) bytes[place % bytes.length] = value
        return bytes
      })
    const any = fc.uint8Array({ maxLength: 300 })
    fc.assert(
      fc.property(fc.oneof(damaged, any), bytes => {
        const still = stillOf(bytes)
        if (still && still.type !== 'image/svg+xml') expect(stillOf(still.bytes)).toBeNull()
      }),
      { numRuns: runs },
    )
  })

  test('a data address gives back what was put into it', () => {
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        expect(bytesOf(dataUrlOf({ type: 'image/gif', bytes: new Uint8Array(bytes) }))).toEqual(
          new Uint8Array(bytes),
        )
      }),
      { numRuns: runs },
    )
  })

  test('no address throws', () => {
    expect(bytesOf('data:image/svg+xml,%3Csvg%3E')).toEqual(text('<svg>'))
    expect(bytesOf('data:image/svg+xml,100%')).toBeNull()
    expect(bytesOf('data:image/gif;base64,*')).toBeNull()
    expect(bytesOf('https://a.test/x.gif')).toBeNull()
  })
})
