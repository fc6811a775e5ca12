import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { nameOf } from '@/components/settings/change-words'
import { comingDays } from '@/components/settings/diary-words'
import type { DiaryEntry } from '@/utils/diary/entry'
import { newDays, toDiaryFile } from '@/utils/diary/file'
import { PRESETS } from '@/utils/pacing/settings'
import { FILE_VERSION } from '@/utils/settings/envelope'
import { readFileText, writeFile } from '@/utils/settings/file'
import { readSettings } from '@/utils/settings/settings'

const CHOSEN = {
  own: {
    'calm/level': 3,
    'calm/levels/3': { brightness: 50 },
    'calm/sites/example.org': { calm: true, level: 4 },
    'pacing/block': PRESETS.low,
    'pacing/limits/sites/example.org': 20 * 60_000,
    'reader/speed': 80,
    'reader/portions': false,
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
    expect(readFileText(TEXT, CHOSEN)).toEqual({ ok: true, changes: {}, days: [] })
  })

  test('takes away a site that is not in it, where it names sites at all', () => {
    const own = { ...CHOSEN.own, 'calm/sites/other.example': { calm: false } }
    expect(readFileText(TEXT, { own, preset: {} })).toEqual({
      ok: true,
      changes: { 'calm/sites/other.example': undefined },
      days: [],
    })
    const some = JSON.stringify({ format: 'luwte', version: 1, parts: { calm: { everywhere: true } } })
    expect(readFileText(some, { own, preset: {} })).toEqual({
      ok: true,
      changes: { 'calm/everywhere': true },
      days: [],
    })
  })
})

describe('the diary in a file', () => {
  const MONDAY: DiaryEntry = {
    day: '2026-11-09',
    energy: 'low',
    pain: null,
    wins: ['Tea in the sun'],
    bad: true,
    asked: true,
  }
  const { asked: _, ...written } = MONDAY
  const withDiary = (diary: unknown) => ({ ...parsed(), parts: { ...parsed().parts, diary } })

  test('comes along only where it is given', () => {
    expect(JSON.parse(writeFile(CHOSEN)).parts).not.toHaveProperty('diary')
    expect(JSON.parse(writeFile(CHOSEN, [MONDAY])).parts.diary).toEqual([written])
  })

  test('comes back beside the settings, and alone as the diary page saves it', () => {
    expect(readFileText(writeFile(CHOSEN, [MONDAY]), FRESH)).toEqual({
      ok: true,
      changes: CHOSEN.own,
      days: [written],
    })
    expect(readFileText(toDiaryFile([MONDAY]), CHOSEN)).toEqual({ ok: true, changes: {}, days: [written] })
  })

  test('takes a day that is as it is there for nothing new', () => {
    const tuesday = { ...written, day: '2026-11-10' }
    const wednesday = { ...written, day: '2026-11-11' }
    const present = [MONDAY, { ...MONDAY, day: '2026-11-10', bad: false }]
    expect(newDays([written, tuesday, wednesday], present)).toEqual([tuesday, wednesday])
  })

  test.each([
    ['no list', 7, 'unreadable', 'diary'],
    ['no day', [written, 7], 'unreadable', 'diary/2'],
    ['a day that is none', [{ ...written, day: '2026-02-30' }], 'unreadable', 'diary/1/day'],
    ['a day twice', [written, written], 'unreadable', 'diary/2026-11-09'],
    ['a wrong energy', [{ ...written, energy: 7 }], 'unreadable', 'diary/2026-11-09/energy'],
    ['a field less', [{ ...written, pain: undefined }], 'unreadable', 'diary/2026-11-09/pain'],
    ['a field more', [{ ...written, mood: 'blue' }], 'unknown', 'diary/2026-11-09/mood'],
    ['a win too many', [{ ...written, wins: ['a', 'b', 'c', 'd'] }], 'unreadable', 'diary/2026-11-09/wins'],
    ['a win that is none', [{ ...written, wins: ['a', 3] }], 'unreadable', 'diary/2026-11-09/wins'],
  ])('is refused with %s, and says where', (_, diary, why, path) => {
    expect(read(withDiary(diary))).toEqual({ ok: false, why, path })
  })

  test('is told of in words: what comes, what makes way, and where something is wrong', () => {
    vi.stubGlobal('navigator', { languages: ['en-GB'] })
    const days = ['2026-11-12', '2026-11-09', '2026-11-10'].map(day => ({ ...written, day }))
    expect(comingDays(days, new Set(['2026-11-10']))).toEqual([
      'Diary: days from 9 November 2026 to 12 November 2026 are added',
      'Diary, 10 November 2026: what is there now makes way for what is in the file',
    ])
    expect(nameOf('diary/2026-11-09/pain')).toBe('Diary › 9 November 2026 › Pain')
    expect(nameOf('diary/2/mood')).toBe('Diary › entry 2 › mood')
    expect(nameOf('diary')).toBe('Diary')
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
