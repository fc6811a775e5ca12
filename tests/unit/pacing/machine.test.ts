import { describe, expect, it } from 'vitest'
import { totalOf } from '@/utils/pacing/totals'
import { Driver, HOUR, MINUTE, NOON, SECOND, settingsWith, windowOn } from './driver'

const used = ({ state }: Driver, site?: string) => totalOf(state.ledger.totals, state.today.key, site)
const activeMs = ({ state }: Driver) => ('activeMs' in state.cycle ? state.cycle.activeMs : null)

/** At the end of a block, with the nudge in view. */
const atNudge = (settings = settingsWith({})) =>
  new Driver(settings)
    .sitDown()
    .send({ type: 'start' })
    .wait(15 * MINUTE)

describe('a whole round', () => {
  it('forewarns three minutes before the end of the block, nudges at it, and once more, and then stays', () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(3 * HOUR)
    expect(walk.shownAt).toEqual([
      ['forewarning', 12 * MINUTE],
      ['blockDone', 15 * MINUTE],
      ['secondStage', 17 * MINUTE],
    ])
    expect(walk.state.surface).toEqual({ kind: 'nudge', stage: 2 })
  })

  it('says the plan when it starts, and offers a low day once a day', () => {
    const walk = new Driver().sitDown().send({ type: 'start' }).send({ type: 'stop' }).send({ type: 'start' })
    const plan = { message: 'plan', blockMs: 15 * MINUTE, restMs: 5 * MINUTE }
    expect(walk.replies).toEqual([plan, { message: 'lowDay' }, plan])
  })

  it('rests as planned, says softly that it is over, and begins again only when the person does', () => {
    const walk = atNudge()
      .send({ type: 'rest' })
      .wait(5 * MINUTE)
    expect(walk.shown.at(-1)).toBe('restOver')
    expect(walk.wait(HOUR).phase).toBe('restDone')
    expect(walk.send({ type: 'back' }).phase).toBe('work')
    expect(walk.state.surface).toBeNull()
  })

  it('begins at the first activity after a rest where that was chosen', () => {
    const walk = atNudge(settingsWith({ resume: 'atFirstActivity' })).send({ type: 'rest' })
    walk
      .wait(MINUTE)
      .send({ type: 'device', device: 'idle' })
      .wait(10 * MINUTE)
    expect(walk.phase).toBe('restDone')
    expect(walk.send({ type: 'device', device: 'active' }).phase).toBe('work')
  })

  it('plans a longer rest for every third block', () => {
    const walk = new Driver().sitDown().send({ type: 'start' })
    for (let block = 0; block < 4; block += 1)
      walk
        .wait(15 * MINUTE)
        .send({ type: 'rest' })
        .send({ type: 'back' })
    const rests = walk.replies.flatMap(reply => (reply.message === 'plan' ? [reply.restMs / MINUTE] : []))
    expect(rests).toEqual([5, 5, 15, 5, 5])
  })

  it('keeps the plan of a block under way when the preset changes', () => {
    const walk = new Driver().sitDown().send({ type: 'start' }).wait(MINUTE)
    walk.settings = settingsWith({
      block: { blockMs: 40 * MINUTE, restMs: 5 * MINUTE, longRestMs: 15 * MINUTE },
    })
    expect(walk.wait(14 * MINUTE).phase).toBe('due1')
  })

  it('nudges without a forewarning only in a block too short for one, whose plan was just said', () => {
    const block = { blockMs: MINUTE, restMs: MINUTE, longRestMs: MINUTE }
    const walk = new Driver(settingsWith({ block }))
      .sitDown()
      .wait(2 * MINUTE)
      .send({ type: 'start' })
    expect(walk.phase).toBe('approach')
    expect(walk.wait(MINUTE).shownAt).toEqual([['blockDone', 3 * MINUTE]])
  })
})

describe('a good moment', () => {
  const typingAtTheEnd = () => {
    const walk = new Driver()
      .sitDown()
      .send({ type: 'start' })
      .wait(15 * MINUTE - SECOND)
    return walk.send({ type: 'typing' }).wait(2 * SECOND)
  }

  it('waits for 5 s without a key', () => {
    const walk = typingAtTheEnd()
    expect(walk.phase).toBe('approach')
    expect(walk.wait(MINUTE).shownAt.at(-1)).toEqual(['blockDone', 15 * MINUTE + 4 * SECOND])
  })

  it('takes a tab switch or the end of a page', () => {
    expect(typingAtTheEnd().send({ type: 'breakpoint' }).phase).toBe('due1')
  })

  it('waits no longer than 3 minutes for someone who keeps typing', () => {
    const walk = typingAtTheEnd()
    while (walk.now < NOON + 18 * MINUTE - SECOND) walk.send({ type: 'typing' }).wait(SECOND)
    walk.wait(MINUTE)
    expect(walk.shownAt[1]).toEqual(['blockDone', 18 * MINUTE])
  })
})

describe('later', () => {
  it('says when it comes back, comes back then without a second forewarning, as often as wished', () => {
    const walk = atNudge()
    for (let i = 1; i <= 4; i += 1) {
      walk.send({ type: 'later' })
      expect(walk.state.surface).toBeNull()
      expect(walk.replies.at(-1)).toEqual({ message: 'later', around: walk.now + 5 * MINUTE })
      walk.wait(5 * MINUTE)
      expect(walk.shownAt.at(-1)).toEqual(['blockDone', (15 + 5 * i) * MINUTE])
    }
    expect(walk.shown.filter(message => message === 'forewarning')).toHaveLength(1)
    expect(walk.state.cycle).toMatchObject({ plan: { restMs: 5 * MINUTE } })
  })

  it('does not shorten a block that has more left', () => {
    const walk = new Driver().sitDown().send({ type: 'start' }).wait(MINUTE).send({ type: 'later' })
    expect(walk.replies.at(-1)).toEqual({ message: 'later', around: NOON + 15 * MINUTE })
  })
})

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

  it('the evening is announced once, dims, and is silent until the day rolls over', () => {
    const walk = new Driver(settingsWith({ eveningMinute: 21 * 60 })).sitDown().send({ type: 'start' })
    walk.send({ type: 'pause', until: walk.now + 9 * HOUR }).wait(15 * HOUR + 59 * MINUTE)
    expect(walk.shownAt).toEqual([['evening', 9 * HOUR]])
    const dims = walk.log.flatMap(({ at, effect }) =>
      effect.type === 'evening' ? [[effect.on, (at - NOON) / HOUR]] : [],
    )
    expect(dims).toEqual([[true, 9]])
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

describe('sound', () => {
  it.each([false, true])('is there only where it was chosen: %s', sound => {
    const walk = atNudge(settingsWith({ sound }))
      .send({ type: 'rest' })
      .wait(5 * MINUTE)
    const sounds = walk.log.flatMap(({ effect }) =>
      effect.type === 'show' && effect.message ? [effect.sound] : [],
    )
    expect(sounds).toEqual([sound, sound, sound])
  })
})
