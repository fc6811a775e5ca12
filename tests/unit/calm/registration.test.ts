import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CALM_SETTINGS } from '@/utils/calm/calm-settings'
import { LEVEL_DEFAULTS } from '@/utils/calm/levels'
import { allowedValues, type CalmOptions, OPTION_IDS } from '@/utils/calm/options'
import { partFile, partsFor, SYSTEM_TYPEFACE } from '@/utils/calm/parts'
import { ALL_PAGES, patternsOf, plannedScripts } from '@/utils/calm/registration'
import {
  CALM_SCRIPT,
  PAGE_WORLD_SCRIPT,
  scriptFiles,
  type ValuesWorld,
  valueFiles,
} from '@/utils/calm/value-files'

describe('value files', () => {
  const files = new Map(valueFiles().map(({ path, contents }) => [path, contents]))
  const anyOptions = fc.record(
    Object.fromEntries(OPTION_IDS.map(id => [id, fc.constantFrom(...allowedValues(id))])),
  ) as fc.Arbitrary<CalmOptions>

  it('carry any options a person can choose, exactly', () => {
    fc.assert(
      fc.property(anyOptions, options => {
        const world: ValuesWorld = {}
        const [last, ...values] = [...scriptFiles(options)].reverse()
        expect(last).toBe(CALM_SCRIPT)
        const parts = partsFor(options).map(partFile)
        expect(values.filter(path => !files.has(path)).reverse()).toEqual(parts)
        for (const path of values.reverse().filter(path => !parts.includes(path)))
          runInNewContext(files.get(path) ?? `throw '${path}'`, world)
        expect({ ...world.calmValues }).toEqual(options)
      }),
    )
  })

  it('come with a part of calm mode only where an option asks for it', () => {
    expect(partsFor(LEVEL_DEFAULTS[4])).toEqual([])
    expect(partsFor({ ...LEVEL_DEFAULTS[1], theme: 1, typeface: 2 })).toEqual(['dark', 'typeface-2'])
    expect(partsFor({ ...LEVEL_DEFAULTS[2], pictureTone: 3 })).toEqual(['tone'])
    expect(partsFor({ ...LEVEL_DEFAULTS[1], typeface: SYSTEM_TYPEFACE })).toEqual([])
  })

  it('are a single one for a level nobody has changed', () => {
    expect(scriptFiles(LEVEL_DEFAULTS[3])).toEqual(['values/level-3.js', CALM_SCRIPT])
  })
})

describe('planned scripts', () => {
  it('are none where calm mode is off', () => {
    expect(plannedScripts({ ...DEFAULT_CALM_SETTINGS, sites: { 'example.org': { level: 3 } } })).toEqual([])
  })

  it('leave out what is set apart', () => {
    const sites = {
      'example.org': { calm: true },
      'sub.example.org': { calm: false },
      'example.com': { calm: true },
    }
    const planned = plannedScripts({ ...DEFAULT_CALM_SETTINGS, sites })
    const own = planned.filter(({ world }) => world === 'ISOLATED')
    expect(own.map(({ id, matches, excludeMatches }) => [id, matches, excludeMatches])).toEqual([
      ['site:example.org', ['*://*.example.org/*'], ['*://*.sub.example.org/*']],
      ['site:example.com', ['*://*.example.com/*'], []],
    ])
  })

  it('cover everything but the sites that have entries, everywhere', () => {
    const sites = { 'example.org': { calm: false }, 'example.com': { level: 4 as const } }
    const planned = plannedScripts({ ...DEFAULT_CALM_SETTINGS, everywhere: true, sites })
    const own = planned.filter(({ world }) => world === 'ISOLATED')
    expect(own.map(({ id, matches }) => [id, matches])).toEqual([
      ['everywhere', ALL_PAGES],
      ['site:example.com', ['*://*.example.com/*']],
    ])
    expect(own[0]?.excludeMatches).toEqual(['*://*.example.org/*', '*://*.example.com/*'])
  })

  it("enter the page's own world on the same pages, only where scripts or titles are held", () => {
    const sites = {
      'example.org': { calm: true },
      'example.net': { calm: true, adjustments: { scripts: 0 } },
      'example.com': { calm: true, level: 2 as const, adjustments: { scripts: 0, title: 0 } },
    }
    const planned = plannedScripts({ ...DEFAULT_CALM_SETTINGS, sites })
    const held = planned.filter(({ world }) => world === 'MAIN')
    expect(held).toEqual([
      {
        id: 'page:site:example.org',
        matches: ['*://*.example.org/*'],
        excludeMatches: [],
        js: [PAGE_WORLD_SCRIPT],
        world: 'MAIN',
      },
      {
        id: 'page:site:example.net',
        matches: ['*://*.example.net/*'],
        excludeMatches: [],
        js: [PAGE_WORLD_SCRIPT],
        world: 'MAIN',
      },
    ])
  })

  it('give an address without a name no sub-domains', () => {
    expect(patternsOf('127.0.0.1')).toEqual(['*://127.0.0.1/*'])
    expect(patternsOf('[::1]')).toEqual(['*://[::1]/*'])
    expect(patternsOf('file:')).toEqual(['file:///*'])
  })
})
