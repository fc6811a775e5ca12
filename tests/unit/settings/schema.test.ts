import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CALM_SETTINGS } from '@/utils/calm/calm-settings'
import { parseGeneral, parseSite } from '@/utils/settings/schema'

const { sites: _, ...DEFAULTS } = DEFAULT_CALM_SETTINGS

describe('stored general settings', () => {
  it('are the defaults when nothing is stored', () => {
    expect(parseGeneral(undefined)).toEqual({ value: DEFAULTS, damaged: false })
  })

  it('come back as they were stored', () => {
    const value = { where: 'everywhere', everywhere: true, level: 3, levels: { 3: { brightness: 50 } } }
    expect(parseGeneral(JSON.parse(JSON.stringify(value)))).toEqual({ value, damaged: false })
  })

  it('lose only the fields that are damaged', () => {
    const stored = {
      where: 'nowhere',
      everywhere: true,
      level: 9,
      levels: { 2: { brightness: 51, contrast: 70 } },
    }
    expect(parseGeneral(stored)).toEqual({
      value: { where: 'site', everywhere: true, level: 2, levels: { 2: { contrast: 70 } } },
      damaged: true,
    })
  })

  it('take no field that Luwte does not know, and are not damaged by it', () => {
    expect(parseGeneral({ everywhere: true, later: 1 })).toEqual({
      value: { ...DEFAULTS, everywhere: true },
      damaged: false,
    })
  })

  it('never throw', () => {
    fc.assert(
      fc.property(fc.anything(), stored => {
        expect(parseGeneral(stored).value.level).toBeTypeOf('number')
      }),
    )
  })
})

describe('a site’s stored settings', () => {
  it('lose only the fields that are damaged', () => {
    expect(parseSite({ calm: 'yes', level: 4, adjustments: { textSize: 200, warmth: Number.NaN } })).toEqual({
      value: { level: 4, adjustments: { textSize: 200 } },
      damaged: true,
    })
  })

  it('never throw', () => {
    fc.assert(
      fc.property(fc.anything(), stored => {
        expect(parseSite(stored).value).toBeTypeOf('object')
      }),
    )
  })
})
