import { describe, expect, it } from 'vitest'
import { step } from '@/utils/pacing/machine'
import { PACING_STATE_VERSION, parseStored, toStored } from '@/utils/pacing/schema'
import { DEFAULT_PACING_SETTINGS } from '@/utils/pacing/settings'
import { initialState, type PacingState } from '@/utils/pacing/state'
import { Driver, MINUTE, NOON } from './driver'

const fresh = initialState({ device: 'new', at: NOON, zone: 'Europe/Amsterdam' }, DEFAULT_PACING_SETTINGS)
const used = new Driver()
  .sitDown()
  .send({ type: 'start' })
  .wait(13 * MINUTE).state

/** Reads a state back after changing what is in storage. */
function read(changes: object, ledger: object = {}) {
  const stored = { ...toStored(used), state: { ...used, ...changes, ledger: { ...used.ledger, ...ledger } } }
  return parseStored(JSON.parse(JSON.stringify(stored)), fresh)
}

describe('a stored state', () => {
  it('comes back as it was', () => {
    expect(read({})).toEqual({ kind: 'read', state: used, damaged: [] })
  })

  it.each<[string, object, keyof PacingState]>([
    ['an unknown phase', { cycle: { phase: 'sprint' } }, 'cycle'],
    ['a negative time', { cycle: { ...used.cycle, activeMs: -1 } }, 'cycle'],
    ['a missing field', { graceMs: undefined }, 'graceMs'],
    ['a zone that does not exist', { today: { ...used.today, zone: 'Mars/Base' } }, 'today'],
    ['a day the calendar does not agree with', { today: { ...used.today, to: used.today.to + 1 } }, 'today'],
    ['a place outside the round', { ordinal: 4 }, 'ordinal'],
    ['a surface that does not exist', { surface: { kind: 'nudge', stage: 3 } }, 'surface'],
  ])('keeps the rest when one field is damaged: %s', (_, changes, field) => {
    expect(read(changes)).toEqual({
      kind: 'read',
      state: { ...used, [field]: fresh[field] },
      damaged: [field],
    })
  })

  it.each([
    ['totals', { totals: { desk: { '2026-11-10': { 'a.example': 'much' } } } }],
    ['covered', { covered: [{ from: 5, to: 5 }] }],
    [
      'covered',
      {
        covered: [
          { from: 5, to: 9 },
          { from: 2, to: 3 },
        ],
      },
    ],
    ['outbox', { outbox: [{ day: 1 }] }],
  ])('keeps the rest of the ledger when its %s are damaged', (field, changes) => {
    expect(read({}, changes)).toMatchObject({ state: { cycle: used.cycle }, damaged: [`ledger.${field}`] })
  })

  it.each([null, undefined, 7, 'x', [], {}, { version: 1 }, { version: '1', state: used }])(
    'never throws: %j',
    stored => {
      const parsed = parseStored(stored, fresh)
      expect(parsed).toMatchObject({ kind: 'read', state: fresh })
      if (parsed.kind === 'read') expect(parsed.damaged).not.toEqual([])
    },
  )

  it('is left alone when a later version wrote it', () => {
    const stored = { version: PACING_STATE_VERSION + 1, state: { cycle: 'new' } }
    expect(parseStored(stored, fresh)).toEqual({ kind: 'newer' })
  })

  it('can be stepped from, whatever was damaged', () => {
    for (const field of Object.keys(used)) {
      const parsed = read({ [field]: 'damaged' })
      if (parsed.kind !== 'read') throw new Error('not read')
      const next = step(parsed.state, { type: 'tick', at: NOON + 20 * MINUTE, zone: 'Europe/Amsterdam' })
      expect(next.state.today.key).toBe('2026-11-10')
    }
  })
})
