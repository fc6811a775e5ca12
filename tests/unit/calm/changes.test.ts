import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalmSettings, DEFAULT_CALM_SETTINGS } from '@/utils/calm/calm-settings'
import {
  adjust,
  chooseLevel,
  chooseWhere,
  isSetApart,
  keepOwnSettings,
  letMove,
  setApart,
  switchCalm,
} from '@/utils/calm/changes'
import { LEVEL_DEFAULTS } from '@/utils/calm/levels'
import { letsMove } from '@/utils/calm/options'
import { inForce } from '@/utils/calm/sites'

const HERE = 'example.org'
const ELSEWHERE = 'example.com'
const fresh = DEFAULT_CALM_SETTINGS
const everywhere = (): CalmSettings => switchCalm(chooseWhere(fresh, HERE, 'everywhere'), HERE, true)
const isOn = (settings: CalmSettings, host = HERE) => inForce(settings, host).on

describe('the switch', () => {
  it('acts on this site alone by default', () => {
    const on = switchCalm(fresh, HERE, true)
    expect([isOn(on), isOn(on, `sub.${HERE}`), isOn(on, ELSEWHERE)]).toEqual([true, true, false])
  })

  it('acts on every site when told so', () => {
    expect([isOn(everywhere()), isOn(everywhere(), ELSEWHERE)]).toEqual([true, true])
  })

  it('makes an exception for this site when it is on everywhere', () => {
    const off = switchCalm(everywhere(), HERE, false)
    expect([isOn(off), isOn(off, ELSEWHERE)]).toEqual([false, true])
    expect(isOn(switchCalm(off, HERE, true))).toBe(true)
  })

  it('leaves nothing behind when it goes on and off', () => {
    expect(switchCalm(switchCalm(fresh, HERE, true), HERE, false)).toEqual(fresh)
  })

  it('ends where it is put, whatever was set before', () => {
    const steps = fc.constantFrom(
      (settings: CalmSettings) => switchCalm(settings, HERE, true),
      (settings: CalmSettings) => switchCalm(settings, `sub.${HERE}`, false),
      (settings: CalmSettings) => setApart(settings, `sub.${HERE}`, true),
      (settings: CalmSettings) => setApart(settings, `sub.${HERE}`, false),
      (settings: CalmSettings) => chooseWhere(settings, ELSEWHERE, 'everywhere'),
      (settings: CalmSettings) => chooseWhere(settings, HERE, 'site'),
      (settings: CalmSettings) => keepOwnSettings(settings, HERE, true),
      (settings: CalmSettings) => chooseLevel(settings, ELSEWHERE, 3),
    )
    const hosts = fc.constantFrom(HERE, `sub.${HERE}`, ELSEWHERE)
    fc.assert(
      fc.property(fc.array(steps), hosts, fc.boolean(), (changes, host, on) => {
        const settings = changes.reduce((now, step) => step(now), fresh)
        expect(isOn(switchCalm(settings, host, on), host)).toBe(on)
      }),
    )
  })
})

describe('where', () => {
  it('by itself switches nothing on', () => {
    expect(isOn(chooseWhere(fresh, HERE, 'everywhere'), ELSEWHERE)).toBe(false)
  })

  it('takes calm mode from this site to every site, and back', () => {
    const wide = chooseWhere(switchCalm(fresh, HERE, true), HERE, 'everywhere')
    expect([isOn(wide), isOn(wide, ELSEWHERE)]).toEqual([true, true])
    const narrow = chooseWhere(wide, HERE, 'site')
    expect([isOn(narrow), isOn(narrow, ELSEWHERE)]).toEqual([true, false])
  })
})

describe('the knob', () => {
  it('switches on at the level it is turned to, and off at 0', () => {
    const on = chooseLevel(fresh, HERE, 4)
    expect([isOn(on), inForce(on, HERE).level]).toEqual([true, 4])
    expect(isOn(chooseLevel(on, HERE, 0))).toBe(false)
  })

  it('is one knob for all sites, unless a site keeps its own', () => {
    const own = keepOwnSettings(switchCalm(fresh, HERE, true), HERE, true)
    const turned = chooseLevel(own, HERE, 4)
    expect([inForce(turned, HERE).level, inForce(turned, ELSEWHERE).level]).toEqual([4, 2])
    expect(inForce(keepOwnSettings(turned, HERE, false), HERE).level).toBe(2)
  })
})

describe('adjusting', () => {
  it('changes the level everywhere, to a value it allows, and gives back the default', () => {
    const dimmer = adjust(fresh, HERE, { option: 'brightness', value: 52 })
    expect(inForce(dimmer, ELSEWHERE).options.brightness).toBe(50)
    expect(inForce(chooseLevel(dimmer, HERE, 3), HERE).options).toEqual(LEVEL_DEFAULTS[3])
    expect(adjust(dimmer, HERE, { option: 'brightness', value: null }).levels[2]).toEqual({})
  })

  it('stays with a site that keeps its own', () => {
    const own = keepOwnSettings(fresh, HERE, true)
    const dimmer = adjust(own, HERE, { option: 'brightness', value: 40 })
    expect(inForce(dimmer, HERE).options.brightness).toBe(40)
    expect(inForce(dimmer, ELSEWHERE).options.brightness).toBe(LEVEL_DEFAULTS[2].brightness)
  })

  it('lets a site keep a default that the level no longer has', () => {
    const general = adjust(fresh, ELSEWHERE, { option: 'brightness', value: 40 })
    const own = adjust(keepOwnSettings(general, HERE, true), HERE, { option: 'brightness', value: 80 })
    expect(inForce(own, HERE).options.brightness).toBe(80)
  })
})

describe('letting a site move', () => {
  const options = (settings: CalmSettings, host = HERE) => inForce(settings, host).options

  it('lets go of all that moves here, and of nothing else', () => {
    const moving = letMove(fresh, HERE, true)
    expect([letsMove(options(moving)), letsMove(options(moving, ELSEWHERE))]).toEqual([true, false])
    const { brightness, textSize } = LEVEL_DEFAULTS[2]
    expect(options(moving)).toMatchObject({ brightness, textSize })
  })

  it('leaves nothing behind when it is taken back', () => {
    expect(letMove(letMove(fresh, HERE, true), HERE, false)).toEqual(fresh)
  })

  it('outlasts a turn of the knob, which changes light and text as ever', () => {
    const turned = chooseLevel(letMove(fresh, HERE, true), HERE, 4)
    expect(letsMove(options(turned))).toBe(true)
    expect(options(turned).brightness).toBe(LEVEL_DEFAULTS[4].brightness)
  })

  it('can be narrowed to one kind, for this site alone', () => {
    const some = adjust(letMove(fresh, HERE, true), HERE, { option: 'video', value: 1 })
    expect([options(some).video, options(some).animations]).toEqual([1, 0])
    expect(some.levels).toEqual(fresh.levels)
  })

  it('stays with a site that comes to keep its own settings', () => {
    expect(letsMove(options(keepOwnSettings(letMove(fresh, HERE, true), HERE, true)))).toBe(true)
  })

  it('holds still on request where the level lets everything move', () => {
    const restless = ['animations', 'scripts', 'title', 'video'] as const
    const general = restless.reduce((now, option) => adjust(now, ELSEWHERE, { option, value: 0 }), fresh)
    const still = letMove(general, HERE, false)
    expect([options(still).animations, options(still, ELSEWHERE).animations]).toEqual([1, 0])
  })
})

describe('setting a sub-domain apart', () => {
  const SUB = `sub.${HERE}`

  it('changes nothing at first, and then follows its site no more', () => {
    const apart = setApart(switchCalm(fresh, HERE, true), SUB, true)
    expect([isSetApart(apart, SUB), isOn(apart, SUB)]).toEqual([true, true])
    const off = switchCalm(apart, SUB, false)
    expect([isOn(off, SUB), isOn(off)]).toEqual([false, true])
    expect(isOn(switchCalm(apart, HERE, false), SUB)).toBe(true)
  })

  it('is taken back whole', () => {
    const on = switchCalm(fresh, HERE, true)
    expect(setApart(setApart(on, SUB, true), SUB, false)).toEqual(on)
  })
})
