import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cell, toCsv, toJson } from '@/utils/history/export'

const MINUTE = 60_000
const HEADS = ['Day', 'Site', 'Minutes']
const stretch = (day: string, site: string, minutes: number, from = 0) => ({
  device: 'desk',
  day,
  site,
  from,
  to: from + minutes * MINUTE,
})
const STRETCHES = [
  stretch('2026-11-10', 'b.example', 5),
  stretch('2026-11-09', 'a.example', 10),
  stretch('2026-11-10', 'a.example', 20),
  stretch('2026-11-10', 'b.example', 30, 60 * MINUTE),
]

describe('the table', () => {
  it('has a line for each day and site, in whole minutes', () => {
    expect(toCsv(STRETCHES, HEADS).split('\r\n')).toEqual([
      'Day,Site,Minutes',
      '2026-11-09,a.example,10',
      '2026-11-10,b.example,35',
      '2026-11-10,a.example,20',
      '',
    ])
  })

  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@sum', "'@sum"],
    ['\tx', "'\tx"],
    ["'=1", "''=1"],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
  ])('writes %j as %j', (text, written) => {
    expect(cell(text)).toBe(written)
  })

  it('can be read back, whatever a site is called, and holds no formula', () => {
    fc.assert(
      fc.property(fc.string(), site => {
        const written = cell(site)
        const quoted = written.startsWith('"')
        const read = quoted ? written.slice(1, -1).replaceAll('""', '"') : written
        expect(read.replace(/^'(?='*[=+\-@\t\r])/, '')).toBe(site)
        expect(read).not.toMatch(/^[=+\-@\t\r]/)
        if (!quoted) expect(written).not.toMatch(/[",\r\n]/)
      }),
    )
  })
})

it('the data are all there is, in milliseconds', () => {
  const records = [{ day: '2026-11-10', blocks: 2, rests: 1, eveningFrom: null }]
  expect(JSON.parse(toJson(STRETCHES, records))).toEqual({
    kind: 'luwte.days',
    version: 1,
    screenTime: [
      { day: '2026-11-09', sites: [{ site: 'a.example', ms: 10 * MINUTE }] },
      {
        day: '2026-11-10',
        sites: [
          { site: 'b.example', ms: 35 * MINUTE },
          { site: 'a.example', ms: 20 * MINUTE },
        ],
      },
    ],
    records,
  })
})
