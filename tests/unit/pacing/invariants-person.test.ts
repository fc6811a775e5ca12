import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasBlock, nextPlan } from '@/utils/pacing/block'
import { step } from '@/utils/pacing/machine'
import { PROPERTY_TIMEOUT, RUNS } from '../runs'
import { settings } from './arbitraries'
import { Driver, MINUTE, NOON, SECOND } from './driver'
import { always, isNewBlock, passed } from './turns'

describe('the person', () => {
  always('is one action from off, in every state', ({ after, event, settings }) => {
    const { state } = step(after, { type: 'stop', at: event.at, zone: event.zone }, settings)
    expect([state.cycle.phase, state.surface]).toEqual(['off', null])
  })

  always('never gets a longer rest or a shorter block for saying later', ({ after, event, settings }) => {
    if (!hasBlock(after.cycle)) return
    const { state } = step(after, { type: 'later', at: event.at, zone: event.zone }, settings)
    if (!hasBlock(state.cycle)) return
    expect(state.cycle.plan).toEqual(after.cycle.plan)
    expect(state.cycle.targetMs).toBeGreaterThanOrEqual(after.cycle.targetMs)
    expect(state.ordinal).toBe(after.ordinal)
  })

  always('never has a block that grows by itself', ({ before, after, event, settings }) => {
    if (!hasBlock(after.cycle)) return
    expect(after.cycle.plan.blockMs).toBeLessThanOrEqual(settings.block.blockMs)
    const same =
      hasBlock(before.cycle) && after.cycle.activeMs >= before.cycle.activeMs && event.type !== 'later'
    if (!same || !hasBlock(before.cycle)) return
    if (after.cycle.activeMs === 0) return
    expect(after.cycle.targetMs).toBeLessThanOrEqual(before.cycle.targetMs)
  })

  always('loses a block to nothing but an absence as long as its rest', turn => {
    const { before, event } = turn
    if (!isNewBlock(turn) || !hasBlock(before.cycle)) return
    const absentMs = before.absentMs + Math.max(0, passed(turn))
    expect(absentMs, event.type).toBeGreaterThanOrEqual(before.cycle.plan.restMs)
  })

  always('gets half a block at most on a low day, and never a longer one', ({ after, settings }) => {
    const low = nextPlan({ ...after, lowDay: after.today.key }, settings).blockMs
    const plain = nextPlan({ ...after, lowDay: null }, settings).blockMs
    expect(low).toBeLessThanOrEqual(Math.max(plain / 2, Math.min(plain, MINUTE)))
  })

  it(
    'is never nudged sooner for having been away longer',
    () => {
      const part = fc.integer({ min: 0, max: 20 * 60 }).map(seconds => seconds * SECOND)
      const leave = fc.constantFrom('idle', 'away')
      fc.assert(
        fc.property(settings, part, part, part, leave, (settings, work, away, more, device) => {
          const plain = { ...settings, eveningMinute: null, limits: { dayMs: null, sites: {} } }
          const toNudge = (absence: number) => {
            const driver = new Driver(plain, NOON).sitDown().send({ type: 'start' })
            driver.wait(Math.min(work, settings.block.blockMs - SECOND)).send({ type: 'device', device })
            driver.wait(absence).send({ type: 'device', device: 'active' })
            const back = driver.now
            driver.wait(40 * MINUTE)
            const nudge = driver.log.find(
              ({ effect }) => effect.type === 'show' && effect.message === 'blockDone',
            )
            return (nudge?.at ?? Number.NaN) - back
          }
          expect(toNudge(away + more)).toBeGreaterThanOrEqual(toNudge(away))
        }),
        { numRuns: RUNS },
      )
    },
    PROPERTY_TIMEOUT,
  )
})
