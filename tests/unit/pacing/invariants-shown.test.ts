import { describe, expect } from 'vitest'
import { hasBlock } from '@/utils/pacing/block'
import { holdOf } from '@/utils/pacing/hold'
import { isQuiet, presenceOf } from '@/utils/pacing/presence'
import type { Surface } from '@/utils/pacing/state'
import { MINUTE } from './driver'
import { always, cameBack, isFirstActivity, isNewBlock, isNudge, overall, passed, shows } from './turns'

describe('what is shown', () => {
  always(
    'is nothing in quiet, pause, evening or while away, but the evening itself',
    ({ effects, after }) => {
      for (const message of shows(effects)) {
        expect(presenceOf(after.signals)).not.toBe('away')
        if (message === 'evening') {
          expect([isQuiet(after.signals), after.pausedUntil]).toEqual([false, null])
        } else expect(holdOf(after)).toBe('none')
      }
    },
  )

  always('does not stay when quiet, a pause or the evening begins', ({ after }) => {
    if (holdOf(after) === 'none') return
    const allowed = after.evening ? ['rest', 'notice'] : ['rest']
    expect(allowed).toContain(after.surface?.kind ?? 'rest')
  })

  overall('is nothing within a minute of a wake', turns => {
    let wokeAt = Number.NEGATIVE_INFINITY
    for (const turn of turns) {
      if (cameBack(turn)) wokeAt = turn.event.at
      if (shows(turn.effects).length > 0) expect(turn.event.at - wokeAt).toBeGreaterThanOrEqual(MINUTE)
    }
  })

  overall('comes a minute after the last thing at least, the second stage two', turns => {
    let lastAt = Number.NEGATIVE_INFINITY
    for (const turn of turns) {
      const messages = shows(turn.effects)
      expect(messages.length).toBeLessThanOrEqual(1)
      if (passed(turn) < 0) lastAt = Number.NEGATIVE_INFINITY
      for (const message of messages) {
        if (message !== 'restOver') expect(turn.event.at - lastAt).toBeGreaterThanOrEqual(MINUTE)
        lastAt = turn.event.at
      }
    }
  })

  always('is no nudge that was not announced', ({ before, effects }) => {
    if (!shows(effects).some(isNudge)) return
    // In a step before this one: by the forewarning, the plan of a short block, or the answer to "later".
    expect(before.cycle).toMatchObject({ forewarned: true })
  })

  always('announces a nudge by a forewarning, a plan just said, or a later just said', turn => {
    const { before, event, after, effects } = turn
    const was = hasBlock(before.cycle) && before.cycle.forewarned
    if (was || !hasBlock(after.cycle) || !after.cycle.forewarned) return
    const said = effects.some(effect => effect.type === 'reply') || shows(effects).includes('forewarning')
    expect(said || isFirstActivity(turn), event.type).toBe(true)
  })

  overall('is one surface at a time, the one that the state says', turns => {
    let screen: Surface | null = null
    for (const { effects, after } of turns) {
      const changes = effects.filter(({ type }) => type === 'show' || type === 'hide')
      expect(changes.length).toBeLessThanOrEqual(1)
      for (const change of changes) screen = change.type === 'show' ? change.surface : null
      expect(screen).toEqual(after.surface)
    }
  })

  always('is a rest only when the person asks for one', ({ before, event, after }) => {
    if (after.surface?.kind === 'rest' && before.surface?.kind !== 'rest') expect(event.type).toBe('rest')
  })

  overall('is nothing after off, until the person asks for something or the day is over', turns => {
    let offOn: string | null = null
    for (const { event, after, effects } of turns) {
      if (event.type === 'start' || event.type === 'rest' || after.today.key !== offOn) offOn = null
      if (offOn !== null) expect(shows(effects)).toEqual([])
      if (event.type === 'stop') offOn = after.today.key
    }
  })

  overall('comes in two stages at most', turns => {
    let stage = 0
    for (const turn of turns) {
      const { event, after, effects } = turn
      if (isNewBlock(turn) || !hasBlock(after.cycle) || event.type === 'later') stage = 0
      const stages = shows(effects)
        .filter(isNudge)
        .map(message => (message === 'blockDone' ? 1 : 2))
      expect(stages.every(now => now >= stage)).toBe(true)
      stage = stages[0] ?? stage
    }
  })

  always('never turns due without having been near', ({ before, after }) => {
    if (after.cycle.phase === 'due1') expect(['approach', 'due1', 'work']).toContain(before.cycle.phase)
    if (after.cycle.phase === 'due1' && before.cycle.phase === 'work')
      expect(before.cycle.forewarned).toBe(true)
    if (after.cycle.phase === 'due2') expect(['due1', 'due2']).toContain(before.cycle.phase)
  })

  always('is no limit while someone types', ({ effects, after }) => {
    if (shows(effects).includes('limit')) expect(after.typingMs).toBe(0)
  })

  always('makes no sound unless that was chosen', ({ effects, settings }) => {
    const sounds = effects.some(effect => effect.type === 'show' && effect.sound)
    if (sounds) expect(settings.sound).toBe(true)
  })
})
