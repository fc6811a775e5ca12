import { describe, expect, test } from 'vitest'
import schema from '@/public/managed-schema.json'
import { DEFAULT_CALM_SETTINGS } from '@/utils/calm/calm-settings'
import { DEFAULT_LOOKS } from '@/utils/looks/scheme'
import { PRESETS } from '@/utils/pacing/settings'
import { DEFAULT_READER_PREFERENCES } from '@/utils/reader/preferences'
import { DEFAULT_PACING_PREFERENCES } from '@/utils/settings/pacing-schema'
import { presetsIn } from '@/utils/settings/presets'
import { difference, flattenSettings, isSound, readPart, readSettings } from '@/utils/settings/settings'

const DEFAULTS = {
  calm: DEFAULT_CALM_SETTINGS,
  pacing: DEFAULT_PACING_PREFERENCES,
  reader: DEFAULT_READER_PREFERENCES,
  looks: DEFAULT_LOOKS,
}

describe('the settings', () => {
  test('are the defaults where nothing is chosen', () => {
    expect(readSettings({ own: {}, preset: {} })).toEqual(DEFAULTS)
  })

  test('come back from their paths as they were', () => {
    const settings = {
      calm: {
        ...DEFAULTS.calm,
        levels: { 3: { warmth: 50 } },
        sites: { 'example.org': { calm: true }, 'sub.example.org': {}, constructor: { level: 2 as const } },
      },
      pacing: { ...DEFAULTS.pacing, limits: { dayMs: null, sites: { 'example.org': 60_000 } } },
      reader: { ...DEFAULTS.reader, theme: 'paper' as const, voices: { nl: 'voice of this device' } },
      looks: { scheme: 'light' as const },
    }
    expect(readSettings({ own: flattenSettings(settings), preset: {} })).toEqual(settings)
  })

  test('differ by what was chosen and what was given back', () => {
    const before = { 'calm/level': 2, 'calm/sites/a.example': { calm: true, level: 1 }, 'pacing/pem': true }
    const after = { 'calm/level': 3, 'calm/sites/a.example': { level: 1, calm: true } }
    expect(difference(before, after)).toEqual({ 'calm/level': 3, 'pacing/pem': undefined })
  })

  test.each([
    ['calm/level', 3, true],
    ['calm/level', 9, false],
    ['calm/sites/example.org', { calm: true }, true],
    ['calm/sites/example.org', { calm: true, later: 1 }, false],
    ['pacing/block', PRESETS.low, true],
    ['pacing/nonsense', 1, false],
    ['nonsense', 1, false],
    ['reader/speed', 80, true],
    ['reader/speed', 9000, false],
    ['looks/scheme', 'light', true],
    ['looks/scheme', 'pink', false],
  ])('know whether %s may be %j: %s', (path, value, sound) => {
    expect(isSound(path, value)).toBe(sound)
  })
})

describe('what a clinic has set beforehand', () => {
  const preset = presetsIn({
    calm: { level: 4, where: 'nowhere', sites: { 'example.org': { calm: true } } },
    pacing: { pem: true, block: PRESETS.veryLow, nonsense: 1 },
    nonsense: true,
  })

  test('is read field by field, without sites', () => {
    expect(preset).toEqual({ 'calm/level': 4, 'pacing/pem': true, 'pacing/block': PRESETS.veryLow })
    for (const nothing of [undefined, null, 5, [], { calm: 5 }]) expect(presetsIn(nothing)).toEqual({})
  })

  test('takes the place of defaults and never of a choice', () => {
    const { calm, pacing } = readSettings({ own: { 'pacing/pem': false }, preset })
    expect(calm.level).toBe(4)
    expect(pacing.block).toEqual(PRESETS.veryLow)
    expect(pacing.pem).toBe(false)
  })

  test('takes the place of a choice that cannot be read', () => {
    expect(readPart('calm', { own: { 'calm/level': 9, 'calm/everywhere': true }, preset })).toEqual({
      value: { ...DEFAULTS.calm, level: 4, everywhere: true },
      damaged: true,
    })
  })

  test('can be given by path as well, and each is read by itself', () => {
    expect(
      presetsIn({
        'calm/level': 4,
        'calm/everywhere': 'always',
        'calm/levels': { 3: { warmth: 50 } },
        'calm/sites': { 'example.org': { calm: true } },
        'looks/scheme': 'light',
        pacing: { pem: true, sound: 'loud' },
      }),
    ).toEqual({ 'calm/level': 4, 'calm/levels/3': { warmth: 50 }, 'pacing/pem': true })
  })

  test('has a place in the schema that Chromium checks it by', () => {
    const { calm, pacing, ...single } = schema.properties
    const known = Object.keys(flattenSettings(DEFAULTS)).concat('calm/levels')
    expect(Object.keys(single).filter(path => !known.includes(path))).toEqual([])
    const inParts = Object.entries({ calm, pacing }).flatMap(([part, { properties }]) =>
      Object.keys(properties).map(name => `${part}/${name}`),
    )
    expect(inParts.map(path => path.replace('limits', 'limits/dayMs')).sort()).toEqual(
      Object.keys(single).sort(),
    )
  })
})
