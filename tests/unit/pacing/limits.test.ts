import { describe, expect, it } from 'vitest'
import { Driver, HOUR, MINUTE, NOON, SECOND, settingsWith } from './driver'
import { used } from './reading-walk'

describe('limits', () => {
  const limited = settingsWith({ limits: { dayMs: null, sites: { 'a.example': 10 * MINUTE } } })
  const atLimit = () => new Driver(limited).sitDown().wait(10 * MINUTE)

  it('shows a limit when it is reached, on its site only, with the cycle off', () => {
    const walk = atLimit()
    expect(walk.shownAt).toEqual([['limit', 10 * MINUTE]])
    expect(walk.sitDown('b.example').state.surface).toBeNull()
  })

  it('waits for typing to stop, however long', () => {
    const walk = new Driver(limited).sitDown()
    while (walk.now < NOON + 20 * MINUTE) walk.send({ type: 'typing' }).wait(4 * SECOND)
    expect(walk.shown).toEqual([])
    expect(walk.wait(SECOND).shown).toEqual(['limit'])
  })

  it.each(['leave', 'littleLonger'] as const)('asks again after a little while of use (%s)', answer => {
    const walk = atLimit().send({ type: 'limitAnswer', answer })
    expect(walk.state.surface).toBeNull()
    expect(walk.wait(20 * MINUTE).shownAt).toEqual([
      ['limit', 10 * MINUTE],
      ['limit', 15 * MINUTE],
    ])
  })

  it('is silent for the rest of the day after off, and back the next', () => {
    const walk = atLimit()
      .send({ type: 'stop' })
      .wait(15 * HOUR)
    expect(walk.shown).toEqual(['limit'])
    expect(walk.wait(2 * HOUR).shown).toEqual(['limit', 'limit'])
  })

  it('lets the cycle go on, one thing at a time', () => {
    const walk = new Driver(settingsWith({ limits: { dayMs: 10 * MINUTE, sites: {} } })).sitDown()
    walk.send({ type: 'start' }).wait(20 * MINUTE)
    expect(walk.shown).toEqual(['limit'])
    walk.send({ type: 'limitAnswer', answer: 'leave' }).wait(3 * MINUTE)
    expect(walk.shown).toEqual(['limit', 'forewarning', 'blockDone'])
  })

  it('counts what other devices used today', () => {
    const walk = new Driver(settingsWith({ limits: { dayMs: HOUR, sites: {} } })).sitDown()
    const totals = { phone: { '2026-11-10': { 'c.example': 50 * MINUTE }, '2026-11-09': { x: 9 * HOUR } } }
    walk.send({ type: 'merge', totals }).send({ type: 'merge', totals })
    expect(walk.wait(HOUR).shownAt).toEqual([['limit', 10 * MINUTE]])
  })

  it('is not fooled by the names of sites', () => {
    const walk = new Driver(settingsWith({ limits: { dayMs: HOUR, sites: {} } }))
    for (const site of ['constructor', '__proto__', 'toString']) walk.sitDown(site).wait(10 * MINUTE)
    expect(used(walk)).toBe(30 * MINUTE)
    expect(used(walk, '__proto__')).toBe(10 * MINUTE)
    expect(used(walk, 'valueOf')).toBe(0)
    expect(walk.shown).toEqual([])
  })
})

describe('a low day', () => {
  it('halves this block, the next ones and the limits, for today', () => {
    const walk = new Driver(settingsWith({ limits: { dayMs: HOUR, sites: {} } })).sitDown()
    walk
      .send({ type: 'start' })
      .wait(MINUTE)
      .send({ type: 'lowDay', on: true })
      .wait(6.5 * MINUTE)
    expect(walk.shownAt).toEqual([
      ['forewarning', 4.5 * MINUTE],
      ['blockDone', 7.5 * MINUTE],
    ])
    walk.send({ type: 'rest' }).send({ type: 'back' })
    expect(walk.replies.at(-1)).toEqual({ message: 'plan', blockMs: 7.5 * MINUTE, restMs: 5 * MINUTE })
    expect(walk.send({ type: 'stop' }).send({ type: 'start' }).send({ type: 'quiet', on: true }).phase).toBe(
      'work',
    )
    walk
      .wait(23 * MINUTE)
      .send({ type: 'rest' })
      .send({ type: 'quiet', on: false })
      .send({ type: 'back' })
    expect(walk.wait(2 * MINUTE).shown.at(-1)).toBe('limit')
  })

  it('does not end a block at once, even one already longer', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(13 * MINUTE)
    walk.send({ type: 'lowDay', on: true })
    expect(walk.wait(5 * MINUTE).shownAt.slice(0, 2)).toEqual([
      ['forewarning', 12 * MINUTE],
      ['blockDone', 14 * MINUTE],
    ])
  })

  it('ends with the day, and a block under way stays as short', () => {
    const walk = new Driver(undefined, NOON + 15.9 * HOUR).sitDown().send({ type: 'lowDay', on: true })
    walk.send({ type: 'start' }).wait(7 * MINUTE)
    expect(walk.state.cycle).toMatchObject({ plan: { blockMs: 7.5 * MINUTE } })
    walk.send({ type: 'rest' }).send({ type: 'back' })
    expect(walk.state.cycle).toMatchObject({ plan: { blockMs: 15 * MINUTE } })
  })
})
