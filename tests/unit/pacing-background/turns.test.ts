import { beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '@/utils/pacing/event'
import type { PacingSettings } from '@/utils/pacing/settings'
import type { PacingState } from '@/utils/pacing/state'
import { createTurns, type Outside, type Turn, type Turns } from '@/utils/pacing-background/turns'
import { MINUTE, NOON, settingsWith, windowOn } from '../pacing/driver'

/** All that a background loses when it ends, and all that it finds again. */
let stored: PacingState | undefined
let running: boolean
let now: number
let settings: PacingSettings
let seen: readonly Report[]
let log: string[]
let turns: Turns
let carried: Turn[]

const SITTING: readonly Report[] = [
  { type: 'windows', windows: [windowOn('a.example')], focused: 'one' },
  { type: 'device', device: 'active' },
]

beforeEach(() => {
  stored = undefined
  running = false
  now = NOON
  settings = settingsWith({})
  seen = SITTING
  log = []
  carried = []
  turns = createTurns(outside())
})

function outside(changes: Partial<Outside> = {}): Outside {
  return {
    moment: async () => ({ at: now, zone: 'Europe/Amsterdam' }),
    settings: async () => settings,
    readState: async fallback => stored ?? fallback,
    async writeState(state) {
      log.push('write')
      stored = state
    },
    async hasJustStarted() {
      const started = !running
      running = true
      return started
    },
    look: async () => seen,
    async setAlarm(inMs) {
      log.push(`alarm ${inMs}`)
    },
    carryOut(turn) {
      log.push('carry out')
      carried.push(turn)
    },
    ...changes,
  }
}

/** The background ends and begins again, with what was stored. */
function killWorker(): void {
  turns = createTurns(outside())
}

test('stores first, sets the alarm, and then acts', async () => {
  await turns.take({ type: 'start' })
  expect(log).toEqual(['write', 'alarm 60000', 'carry out'])
  expect(carried[0]?.effects).toContainEqual({
    type: 'reply',
    reply: { message: 'plan', blockMs: 15 * MINUTE, restMs: 5 * MINUTE },
  })
})

test('acts on nothing that could not be stored, and goes on from what was', async () => {
  let full = true
  turns = createTurns(
    outside({
      async writeState(state) {
        if (full) throw new Error('no room')
        stored = state
      },
    }),
  )
  await expect(turns.take({ type: 'start' })).rejects.toThrow('no room')
  expect(log).toEqual([])
  full = false
  expect((await turns.take({ type: 'start' })).state.cycle.phase).toBe('work')
})

test('takes events strictly in turn', async () => {
  const phases = await Promise.all([
    turns.take({ type: 'start' }),
    turns.take({ type: 'rest' }),
    turns.take({ type: 'stop' }),
  ])
  expect(phases.map(({ before, state }) => [before.cycle.phase, state.cycle.phase])).toEqual([
    ['off', 'work'],
    ['work', 'rest'],
    ['rest', 'off'],
  ])
})

test('is the same whether the background ends between any two events or never', async () => {
  const run = async (between: () => void) => {
    stored = undefined
    running = false
    now = NOON
    killWorker()
    for (const event of ['start', 'later', 'rest', 'back', 'stop'] as const) {
      await turns.take({ type: event })
      between()
      for (let minute = 0; minute < 7; minute++) {
        now += MINUTE
        await turns.ring()
        between()
      }
    }
    return withoutDevice(stored)
  }
  expect(await run(killWorker)).toEqual(await run(() => {}))
})

test('counts downtime as time away, from the first event on', async () => {
  await turns.take({ type: 'start' })
  // Too short for a gap that the core would notice by itself.
  now += 1.5 * MINUTE
  running = false
  killWorker()
  await turns.ring()
  expect(counted()).toBe(MINUTE)
  expect(stored?.cycle.phase).toBe('work')
})

describe('while nothing is asked for', () => {
  test('looks at nothing, stores nothing and sets no alarm', async () => {
    await turns.notice({ type: 'breakpoint' })
    await turns.ring()
    expect(log).toEqual([])
    expect(stored).toBeUndefined()
  })

  test('counts nothing, not even after a round is over', async () => {
    await turns.take({ type: 'start' })
    now += MINUTE
    await turns.take({ type: 'stop' })
    expect(log.at(-2)).toBe('alarm null')
    expect(stored?.signals.device).toBe('away')
    now += 30 * MINUTE
    await turns.take({ type: 'quiet', on: true })
    expect(counted()).toBe(MINUTE)
  })
})

test('an evening asks for its alarm, but for no screen time', async () => {
  settings = settingsWith({ eveningMinute: 20 * 60 })
  await turns.ring()
  expect(log).toContain(`alarm ${8 * 60 * MINUTE}`)
  log = []
  await turns.notice({ type: 'breakpoint' })
  expect(log).toEqual([])
  expect(stored?.signals.device).toBe('away')
})

test('a limit alone has screen time counted', async () => {
  settings = settingsWith({ limits: { dayMs: null, sites: { 'b.example': MINUTE } } })
  await turns.take({ type: 'tick' })
  now += MINUTE
  await turns.notice({ type: 'breakpoint' })
  expect(counted()).toBe(MINUTE)
})

test('sees a full screen before it could show anything', async () => {
  await turns.take({ type: 'start' })
  for (; now < NOON + 15 * MINUTE; now += MINUTE) await turns.ring()
  seen = [
    { type: 'windows', windows: [windowOn('a.example', { fullScreen: true })], focused: 'one' },
    { type: 'device', device: 'active' },
  ]
  for (; now < NOON + 30 * MINUTE; now += MINUTE) await turns.ring()
  expect(carried.flatMap(({ effects }) => effects.filter(({ type }) => type === 'show'))).toEqual([
    expect.objectContaining({ message: 'forewarning' }),
  ])
})

test('says which turn is the first, in which what an ended background began is finished', async () => {
  await turns.take({ type: 'start' })
  await turns.ring()
  killWorker()
  await turns.ring()
  expect(carried.map(({ first }) => first)).toEqual([true, false, true])
})

/** The device's name is drawn by lot. */
function withoutDevice(state: PacingState | undefined): unknown {
  return JSON.parse(JSON.stringify(state).replaceAll(String(state?.device), 'device'))
}

function counted(): number {
  const days = stored?.ledger.totals[stored.device] ?? {}
  return Object.values(days)
    .flatMap(sites => Object.values(sites))
    .reduce((sum, ms) => sum + ms, 0)
}
