import { describe, expect, it } from 'vitest'
import { Driver, HOUR, MINUTE, NOON, SECOND, settingsWith } from './driver'
import { atNudge } from './reading-walk'

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

describe('sound', () => {
  it.each([false, true])(
    'is there only where it was chosen (%s), for a block that is complete and a rest that is over',
    sound => {
      const walk = atNudge(settingsWith({ sound }))
        .send({ type: 'rest' })
        .wait(5 * MINUTE)
      const sounds = walk.log.flatMap(({ effect }) =>
        effect.type === 'show' && effect.message ? [effect.sound] : [],
      )
      expect(sounds).toEqual([false, sound, sound])
    },
  )
})
