import { expect, it } from 'vitest'
import { DEFAULT_CALM_SETTINGS } from '@/utils/calm/calm-settings'
import { eveningLight, withDusk } from '@/utils/calm/evening'
import { LEVEL_DEFAULTS } from '@/utils/calm/levels'
import { NEUTRAL_OPTIONS } from '@/utils/calm/options'
import { ALL_PAGES, plannedScripts } from '@/utils/calm/registration'
import { DUSK_STEPS } from '@/utils/dusk'

it('is on top of what calm mode shows, and alone where that is off', () => {
  expect(withDusk(null, 0)).toBeNull()
  expect(withDusk(LEVEL_DEFAULTS[2], 0)).toBe(LEVEL_DEFAULTS[2])
  expect(withDusk(null, 7)).toEqual({ ...NEUTRAL_OPTIONS, dusk: 7 })
  expect(withDusk(LEVEL_DEFAULTS[2], 7)).toEqual({ ...LEVEL_DEFAULTS[2], dusk: 7 })
})

it('takes light in steps of at most a twentieth of what the eye meets, and only ever more', () => {
  const lightAt = (dusk: number) => eveningLight({ ...NEUTRAL_OPTIONS, dusk })
  for (let dusk = 1; dusk <= DUSK_STEPS; dusk++) {
    const [before, after] = [lightAt(dusk - 1), lightAt(dusk)]
    expect(after.brightness).toBeLessThan(before.brightness)
    expect(after.warmth).toBeGreaterThan(before.warmth)
    // Light follows about the 2.2nd power of a colour value.
    expect((after.brightness / before.brightness) ** 2.2).toBeGreaterThan(0.95)
  }
  expect(lightAt(DUSK_STEPS)).toEqual({ brightness: 75, warmth: 30 })
})

it('never makes a page darker than a person may, nor lighter than a person has', () => {
  const dusk = DUSK_STEPS
  expect(eveningLight({ ...LEVEL_DEFAULTS[4], brightness: 35, dusk }).brightness).toBe(30)
  expect(eveningLight({ ...LEVEL_DEFAULTS[4], brightness: 30, dusk }).brightness).toBe(30)
  expect(eveningLight({ ...LEVEL_DEFAULTS[4], warmth: 90, dusk }).warmth).toBe(100)
})

it('reaches every page, those of sites that are set apart too, and none before it begins', () => {
  const settings = { ...DEFAULT_CALM_SETTINGS, sites: { 'example.org': { calm: true }, 'example.com': {} } }
  const planned = plannedScripts(settings, 3).filter(({ world }) => world === 'ISOLATED')
  expect(planned.map(({ id, matches, js }) => [id, matches, js])).toEqual([
    ['everywhere', ALL_PAGES, ['values/level-0.js', 'values/dusk-3.js', 'calm.js']],
    ['site:example.org', ['*://*.example.org/*'], ['values/level-2.js', 'values/dusk-3.js', 'calm.js']],
    ['site:example.com', ['*://*.example.com/*'], ['values/level-0.js', 'values/dusk-3.js', 'calm.js']],
  ])
  expect(plannedScripts(settings, 0).map(({ id }) => id)).toEqual([
    'site:example.org',
    'page:site:example.org',
  ])
})
