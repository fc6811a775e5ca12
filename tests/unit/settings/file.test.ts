import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PRESETS } from '@/utils/pacing/settings'
import { FILE_VERSION, readFileText, writeFile } from '@/utils/settings/file'
import { readSettings } from '@/utils/settings/settings'

const CHOSEN = {
  own: {
    'calm/level': 3,
    'calm/levels/3': { brightness: 50 },
    'calm/sites/example.org': { calm: true, level: 4 },
    'pacing/block': PRESETS.low,
    'pacing/limits/sites/example.org': 20 * 60_000,
    'looks/scheme': 'light',
  },
  preset: {},
}
const FRESH = { own: {}, preset: {} }
const TEXT = writeFile(CHOSEN)

const parsed = (): { version: number; parts: Record<string, Record<string, unknown>> } => JSON.parse(TEXT)
const read = (file: unknown) => readFileText(JSON.stringify(file), FRESH)

describe('an exported file', () => {
  test('gives the same settings to a fresh profile', () => {
    const file = readFileText(TEXT, FRESH)
    expect(file.ok).toBe(true)
    const own = file.ok ? file.changes : {}
    expect(own).toEqual(CHOSEN.own)
    expect(readSettings({ own, preset: {} })).toEqual(readSettings(CHOSEN))
  })

  test('changes nothing where everything is so already', () => {
    expect(readFileText(TEXT, CHOSEN)).toEqual({ ok: true, changes: {} })
  })

  test('takes away a site that is not in it, where it names sites at all', () => {
    const own = { ...CHOSEN.own, 'calm/sites/other.example': { calm: false } }
    expect(readFileText(TEXT, { own, preset: {} })).toEqual({
      ok: true,
      changes: { 'calm/sites/other.example': undefined },
    })
    const some = JSON.stringify({ format: 'luwte', version: 1, parts: { calm: { everywhere: true } } })
    expect(readFileText(some, { own, preset: {} })).toEqual({
      ok: true,
      changes: { 'calm/everywhere': true },
    })
  })
})

describe('a file that is refused says why and where', () => {
  const wrong = (part: string, name: string, value: unknown) => {
    const file = parsed()
    return { ...file, parts: { ...file.parts, [part]: { ...file.parts[part], [name]: value } } }
  }

  test.each([
    ['half a file', () => readFileText(TEXT.slice(0, 99), FRESH), { why: 'notJson' }],
    ['another program’s file', () => read({ name: 'x' }), { why: 'notOurs' }],
    ['a newer one', () => read({ ...parsed(), version: FILE_VERSION + 1 }), { why: 'newer' }],
    ['an empty one', () => read({ ...parsed(), parts: {} }), { why: 'empty' }],
    ['no parts', () => read({ ...parsed(), parts: 5 }), { why: 'unreadable', path: 'parts' }],
    [
      'a part that is none',
      () => read({ ...parsed(), parts: { calm: 5 } }),
      { why: 'unreadable', path: 'calm' },
    ],
    ['a wrong value', () => read(wrong('calm', 'level', 7)), { why: 'unreadable', path: 'calm/level' }],
    ['a wrong list', () => read(wrong('calm', 'sites', 7)), { why: 'unreadable', path: 'calm/sites' }],
    ['a wrong limit', () => read(wrong('pacing', 'limits', 7)), { why: 'unreadable', path: 'pacing/limits' }],
    ['an unknown setting', () => read(wrong('calm', 'x', 7)), { why: 'unknown', path: 'calm/x' }],
    ['an unknown part', () => read({ ...parsed(), parts: { x: { y: 1 } } }), { why: 'unknown', path: 'x' }],
  ])('%s', (_, readIt, refusal) => {
    expect(readIt()).toEqual({ ok: false, ...refusal })
  })

  test('in one place within a site', () => {
    const sites = { 'example.org': { calm: 'perhaps' } }
    expect(read(wrong('calm', 'sites', sites))).toEqual({
      ok: false,
      why: 'unreadable',
      path: 'calm/sites/example.org',
    })
  })
})

test('whatever is in a file, reading it gives changes that are sound or a reason', () => {
  fc.assert(
    fc.property(fc.anything(), file => {
      const found = readFileText(JSON.stringify(file) ?? '', FRESH)
      expect(found.ok).toBe(false)
    }),
  )
})
