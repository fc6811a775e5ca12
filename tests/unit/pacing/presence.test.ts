import { describe, expect, it } from 'vitest'
import { Driver, HOUR, MINUTE, windowOn } from './driver'
import { activeMs, atNudge, used } from './reading-walk'

describe('being away', () => {
  it('counts as the rest when it is as long, says so a minute after the return, and begins a new block', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(10 * MINUTE)
    walk
      .send({ type: 'device', device: 'away' })
      .wait(5 * MINUTE)
      .send({ type: 'device', device: 'active' })
    expect(walk.state.cycle).toMatchObject({ phase: 'work', activeMs: 0 })
    expect(walk.wait(5 * MINUTE).shownAt).toEqual([['wasAway', 16 * MINUTE]])
  })

  it('freezes the block when it is shorter', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(10 * MINUTE)
    walk
      .send({ type: 'device', device: 'idle' })
      .wait(5 * MINUTE - 1)
      .send({ type: 'device', device: 'active' })
    expect(activeMs(walk)).toBe(10 * MINUTE)
  })

  it('is not being in another program: that freezes the block and is no rest', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(10 * MINUTE)
    walk.send({ type: 'windows', windows: [windowOn('a.example')], focused: null }).wait(HOUR)
    walk.sitDown()
    expect(activeMs(walk)).toBe(10 * MINUTE)
    expect(walk.shown).toEqual([])
    expect(used(walk)).toBe(10 * MINUTE)
  })

  it('begins the round of three anew when it is as long as the longer rest', () => {
    const walk = new Driver().sitDown().send({ type: 'start' })
    walk.wait(MINUTE).send({ type: 'rest' }).send({ type: 'back' }).wait(MINUTE)
    expect(walk.state.ordinal).toBe(2)
    walk
      .send({ type: 'device', device: 'away' })
      .wait(15 * MINUTE)
      .send({ type: 'device', device: 'active' })
    expect(walk.state.ordinal).toBe(1)
  })

  it('says nothing, and is no place in the round, when no time of the block was used', () => {
    const walk = new Driver().sitDown().send({ type: 'start' })
    walk
      .send({ type: 'device', device: 'away' })
      .wait(6 * MINUTE)
      .send({ type: 'device', device: 'active' })
    expect(walk.wait(5 * MINUTE).shown).toEqual([])
    expect(walk.state.ordinal).toBe(1)
  })

  it('takes the nudge off the screen, and forewarns again before it comes back', () => {
    const walk = atNudge().wait(MINUTE).send({ type: 'device', device: 'away' })
    expect(walk.state.surface).toBeNull()
    walk
      .wait(MINUTE)
      .send({ type: 'device', device: 'active' })
      .wait(2 * MINUTE)
    expect(walk.shownAt.slice(2)).toEqual([
      ['forewarning', 18 * MINUTE],
      ['blockDone', 19 * MINUTE],
    ])
  })

  it('leaves the nudge where it is for someone who only sits still', () => {
    const walk = atNudge()
      .send({ type: 'device', device: 'idle' })
      .wait(4 * MINUTE)
    expect(walk.state.surface).toEqual({ kind: 'nudge', stage: 1 })
    expect(walk.wait(MINUTE).state.surface).toBeNull()
  })
})

describe('what counts as use', () => {
  it.each([
    ['sound in a visible window', { windows: [windowOn('a.example', { sound: true })], focused: null }],
    ['full screen', { windows: [windowOn('a.example', { fullScreen: true })], focused: 'one' }],
  ])('%s counts while nobody touches anything', (_, scene) => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'windows', ...scene })
      .send({ type: 'device', device: 'idle' })
    expect(used(walk.wait(10 * MINUTE))).toBe(10 * MINUTE)
  })

  it('reading counts when the person says so, until they leave', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'reading', on: true })
      .send({ type: 'device', device: 'idle' })
    walk
      .wait(10 * MINUTE)
      .send({ type: 'device', device: 'away' })
      .wait(MINUTE)
      .send({ type: 'device', device: 'idle' })
    expect(used(walk.wait(10 * MINUTE))).toBe(10 * MINUTE)
  })

  it('reading ends with a sleep as well', () => {
    const walk = new Driver().sitDown().send({ type: 'reading', on: true })
    walk
      .send({ type: 'device', device: 'idle' })
      .sleep(10 * MINUTE)
      .send({ type: 'tick' })
    expect(used(walk.wait(10 * MINUTE))).toBe(MINUTE)
  })

  it('gives the time to the focused window, once, however many play', () => {
    const windows = [
      windowOn('a.example', { id: 'one', sound: true }),
      windowOn('b.example', { id: 'two' }),
      windowOn('c.example', { id: 'three', sound: true }),
    ]
    const walk = new Driver()
      .sitDown()
      .send({ type: 'windows', windows, focused: 'two' })
      .wait(10 * MINUTE)
    expect(walk.state.ledger.totals).toEqual({ desk: { '2026-11-10': { 'b.example': 10 * MINUTE } } })
  })
})
