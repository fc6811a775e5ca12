import { describe, expect, it } from 'vitest'
import { Driver, HOUR, MINUTE, settingsWith, windowOn } from './driver'
import { activeMs, atNudge, used } from './reading-walk'

describe('holds', () => {
  const fullScreen = {
    type: 'windows',
    windows: [windowOn('a.example', { fullScreen: true })],
    focused: 'one',
  } as const

  it.each([
    ['full screen', fullScreen],
    ['a call', { type: 'windows', windows: [windowOn('a.example', { call: true })], focused: 'one' }],
    ['by hand', { type: 'quiet', on: true }],
  ] as const)('quiet (%s) shows nothing while time counts, then forewarns and waits a minute', (_, begin) => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .send(begin)
      .wait(30 * MINUTE)
    expect(walk.shown).toEqual([])
    walk
      .sitDown()
      .send({ type: 'quiet', on: false })
      .wait(10 * MINUTE)
    expect(walk.shownAt).toEqual([
      ['forewarning', 30 * MINUTE],
      ['blockDone', 31 * MINUTE],
      ['secondStage', 33 * MINUTE],
    ])
  })

  it('nothing but a forewarning comes within a minute of the end of quiet', () => {
    const walk = new Driver(settingsWith({ limits: { dayMs: MINUTE, sites: {} } })).sitDown()
    walk
      .send({ type: 'quiet', on: true })
      .wait(10 * MINUTE)
      .send({ type: 'quiet', on: false })
    expect(walk.wait(5 * MINUTE).shownAt).toEqual([['limit', 11 * MINUTE]])
  })

  it('quiet takes the nudge away, and gives it back at the stage it had', () => {
    const walk = atNudge()
      .wait(3 * MINUTE)
      .send(fullScreen)
    expect(walk.log.at(-1)?.effect).toEqual({ type: 'hide' })
    walk.sitDown().wait(5 * MINUTE)
    expect(walk.shown).toEqual(['forewarning', 'blockDone', 'secondStage', 'forewarning', 'secondStage'])
  })

  it('a nudge that comes back in its first stage is there for two minutes before the second', () => {
    const walk = atNudge()
      .wait(MINUTE + 59_000)
      .send(fullScreen)
    expect(walk.log.at(-1)?.effect).toEqual({ type: 'hide' })
    walk.sitDown().wait(5 * MINUTE)
    const shownAt = walk.shownAt.slice(-3)
    expect(shownAt.map(([message]) => message)).toEqual(['forewarning', 'blockDone', 'secondStage'])
    expect(shownAt.map(([, at], i) => at - (shownAt[i - 1]?.[1] ?? at))).toEqual([0, MINUTE, 2 * MINUTE])
  })

  it('a pause stops the block until its time, and the ledger goes on', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(10 * MINUTE)
    walk.send({ type: 'pause', until: walk.now + HOUR }).wait(HOUR)
    expect(activeMs(walk)).toBe(10 * MINUTE)
    expect(used(walk)).toBe(70 * MINUTE)
    expect(walk.wait(2 * MINUTE).shown).toEqual(['forewarning'])
  })

  it('the evening is announced once and is silent until the day rolls over', () => {
    const walk = new Driver(settingsWith({ eveningMinute: 21 * 60 })).sitDown().send({ type: 'start' })
    walk.send({ type: 'pause', until: walk.now + 9 * HOUR }).wait(15 * HOUR + 59 * MINUTE)
    expect(walk.shownAt).toEqual([['evening', 9 * HOUR]])
    walk.wait(HOUR)
    expect(walk.shownAt[1]?.[0]).toBe('forewarning')
    expect(walk.shownAt[1]?.[1]).toBeGreaterThan(16 * HOUR - 1)
  })

  it('the evening is announced on every day that has one', () => {
    const walk = new Driver(settingsWith({ eveningMinute: 21 * 60 })).sitDown().send({ type: 'start' })
    const evenings = walk.wait(34 * HOUR).shownAt.filter(([message]) => message === 'evening')
    expect(evenings).toEqual([
      // A minute after the nudge that was on the screen has gone.
      ['evening', 9 * HOUR + MINUTE],
      ['evening', 33 * HOUR + MINUTE],
    ])
  })
})

describe('gaps in time', () => {
  it('charges one heartbeat at most over a sleep, and shows nothing for a minute after it', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(14 * MINUTE)
    walk.sleep(4 * MINUTE).send({ type: 'tick' })
    expect(used(walk)).toBe(15 * MINUTE)
    expect(walk.wait(10 * MINUTE).shownAt.slice(1, 3)).toEqual([
      ['forewarning', 19 * MINUTE],
      ['blockDone', 20 * MINUTE],
    ])
  })

  it('takes the browser being closed for the rest as the rest', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(10 * MINUTE)
    walk
      .sleep(8 * MINUTE)
      .send({ type: 'wake' })
      .sitDown()
    expect(walk.state.cycle).toMatchObject({ phase: 'work', activeMs: 0 })
    expect(used(walk)).toBe(11 * MINUTE)
  })

  it('begins a new block, with its own two stages, after a sleep as long as the rest', () => {
    const block = { blockMs: MINUTE, restMs: MINUTE, longRestMs: 10 * MINUTE }
    const walk = new Driver(settingsWith({ block })).sitDown().send({ type: 'start' })
    // Asleep with the second stage on the screen. The alarm that was missed rings on waking, and nothing else does.
    walk
      .wait(3 * MINUTE)
      .sleep(3 * MINUTE)
      .wait(10 * MINUTE)
    expect(walk.shownAt).toEqual([
      ['blockDone', MINUTE],
      ['secondStage', 3 * MINUTE],
      ['forewarning', 7 * MINUTE],
      ['blockDone', 8 * MINUTE],
      ['secondStage', 10 * MINUTE],
    ])
  })

  it('charges nothing when the clock is set back, and goes on', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(10 * MINUTE)
    walk.sleep(-HOUR).send({ type: 'tick' })
    expect(used(walk)).toBe(10 * MINUTE)
    expect(activeMs(walk.wait(MINUTE))).toBe(11 * MINUTE)
    expect(used(walk)).toBe(11 * MINUTE)
  })

  it('counts no instant twice when the clock is set back over time that was counted', () => {
    const walk = new Driver()
      .sitDown()
      .wait(10 * MINUTE)
      .sleep(-10 * MINUTE)
      .send({ type: 'tick' })
    expect(used(walk.wait(10 * MINUTE))).toBe(10 * MINUTE)
  })

  it('takes no notice of a clock that is corrected by less than a second', () => {
    const walk = atNudge().sleep(-500).send({ type: 'tick' })
    expect(walk.state.surface).toEqual({ kind: 'nudge', stage: 1 })
    expect(walk.state.graceMs).toBe(0)
  })
})
