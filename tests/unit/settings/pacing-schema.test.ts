import { describe, expect, test } from 'vitest'
import { PRESETS } from '@/utils/pacing/settings'
import { DEFAULT_PACING_PREFERENCES, parsePacingPreferences } from '@/utils/settings/pacing-schema'

const MINUTE = 60_000
const CHOSEN = {
  ...DEFAULT_PACING_PREFERENCES,
  block: PRESETS.veryLow,
  eveningMinute: 20 * 60,
  limits: { dayMs: 90 * MINUTE, sites: { 'a.example': 20 * MINUTE } },
  pem: true,
  chosenMovement: ['stretch'] as const,
  showMinutes: true,
  acrossDevices: true,
}

describe('stored pacing preferences', () => {
  test('are the defaults where nothing is stored', () => {
    expect(parsePacingPreferences(undefined)).toEqual({ value: DEFAULT_PACING_PREFERENCES, damaged: false })
  })

  test('come back as they were stored', () => {
    const stored: unknown = JSON.parse(JSON.stringify(CHOSEN))
    expect(parsePacingPreferences(stored)).toEqual({ value: CHOSEN, damaged: false })
  })

  test.each([
    ['block', { blockMs: 0, restMs: MINUTE, longRestMs: MINUTE }],
    ['block', { blockMs: MINUTE, restMs: 5 * MINUTE, longRestMs: MINUTE }],
    ['block', { blockMs: 241 * MINUTE, restMs: MINUTE, longRestMs: MINUTE }],
    ['laterMs', -1],
    ['littleLongerMs', '5'],
    ['resume', 'always'],
    ['rolloverMinute', 1440],
    ['eveningMinute', -1],
    ['sound', 'yes'],
    ['pem', null],
    ['chosenMovement', ['closeEyes']],
  ])('fall back in the one field that is damaged: %s %j', (name, value) => {
    const { value: read, damaged } = parsePacingPreferences({ ...CHOSEN, [name]: value })
    expect(damaged).toBe(true)
    expect(read).toEqual({
      ...CHOSEN,
      [name]: DEFAULT_PACING_PREFERENCES[name as keyof typeof DEFAULT_PACING_PREFERENCES],
    })
  })

  test('keep the limits that can be read beside one that cannot', () => {
    const limits = { dayMs: 'much', sites: { 'a.example': MINUTE, 'b.example': -5, constructor: MINUTE } }
    const { value, damaged } = parsePacingPreferences({ ...CHOSEN, limits })
    expect(damaged).toBe(true)
    expect(value.limits).toEqual({ dayMs: null, sites: { 'a.example': MINUTE, constructor: MINUTE } })
  })

  test.each(['text', 5, null, []])('survive anything at all: %j', stored => {
    expect(parsePacingPreferences(stored).value).toEqual(DEFAULT_PACING_PREFERENCES)
  })
})
