import fc from 'fast-check'
import type { Action, Report } from '@/utils/pacing/event'
import { DEFAULT_PACING_SETTINGS, type PacingSettings } from '@/utils/pacing/settings'
import type { Totals } from '@/utils/pacing/totals'
import { type Alarms, Driver, HOUR, MINUTE, SECOND, windowOn } from './driver'

/** One thing that can befall a person, their browser or their clock. */
export type Move =
  | { readonly do: 'send'; readonly event: Action | Report | { type: 'pauseFor'; ms: number } }
  /** Time with alarms. */
  | { readonly do: 'wait'; readonly ms: number }
  /** Time without: asleep, or for a negative one, the clock set back. */
  | { readonly do: 'sleep'; readonly ms: number }
  | { readonly do: 'fly'; readonly zone: string }
  /** The person's other device tells how long it was on a site today. */
  | { readonly do: 'hear'; readonly site: string; readonly ms: number }
  /** The history has stored all that there is. */
  | { readonly do: 'keep' }

const site = fc.constantFrom('a.example', 'b.example', '')
const minutes = (min: number, max: number) => fc.integer({ min, max }).map(count => count * MINUTE)

const windows = fc.record({
  type: fc.constant('windows' as const),
  windows: fc
    .array(fc.record({ site, sound: fc.boolean(), loud: fc.integer({ min: 0, max: 9 }) }), { maxLength: 3 })
    .map(list =>
      list.map(({ site, sound, loud }, i) =>
        windowOn(site, { id: `w${i}`, sound: sound && loud < 4, fullScreen: loud === 8, call: loud === 9 }),
      ),
    ),
  focused: fc.constantFrom('w0', 'w0', 'w0', 'w1', null),
})

const action = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom<Action>(
      { type: 'start' },
      { type: 'rest' },
      { type: 'back' },
      { type: 'later' },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<Action>({ type: 'stop' }, { type: 'resume' }) },
  { weight: 1, arbitrary: minutes(-1, 40).map(ms => ({ type: 'pauseFor' as const, ms })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Action>(
      { type: 'limitAnswer', answer: 'leave' },
      { type: 'limitAnswer', answer: 'littleLonger' },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('lowDay', 'quiet', 'reading', 'eveningLight'),
      on: fc.boolean(),
    }) as fc.Arbitrary<Action>,
  },
)

const report = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Report>({ type: 'device', device: 'active' }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Report>(
      { type: 'device', device: 'idle' },
      { type: 'device', device: 'away' },
    ),
  },
  { weight: 3, arbitrary: windows },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Report>({ type: 'typing' }, { type: 'breakpoint' }, { type: 'tick' }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Report>({ type: 'wake' }) },
)

const zones = [
  'Europe/Amsterdam',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Asia/Kolkata',
]

const wait = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map(count => count * SECOND),
  fc.integer({ min: 0, max: 200_000 }),
  minutes(1, 20),
)

const sleep = fc.oneof(
  fc.integer({ min: 1, max: 300_000 }),
  minutes(1, 600),
  fc.integer({ min: -3 * HOUR, max: 0 }),
)

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: fc.oneof(action, report).map(event => ({ do: 'send' as const, event })) },
  { weight: 8, arbitrary: wait.map(ms => ({ do: 'wait' as const, ms })) },
  { weight: 1, arbitrary: sleep.map(ms => ({ do: 'sleep' as const, ms })) },
  { weight: 1, arbitrary: fc.constantFrom(...zones).map(zone => ({ do: 'fly' as const, zone })) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('hear' as const), site, ms: minutes(0, 40) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'keep' as const }) },
)

/** Alarms that are late, by less than a heartbeat, and may ring twice. */
export const alarms: fc.Arbitrary<Alarms> = fc.record({
  lateMs: fc.oneof(
    fc.constant([]),
    fc.array(fc.integer({ min: 0, max: MINUTE }), { minLength: 1, maxLength: 5 }),
  ),
  twice: fc.boolean(),
})

/** Moves of an ordinary day: the clock is right, the machine awake and in one place. */
export const quietMove: fc.Arbitrary<Move> = move.filter(
  ({ do: kind, ...rest }) =>
    kind !== 'sleep' && kind !== 'fly' && !('event' in rest && rest.event.type === 'wake'),
)

export const settings: fc.Arbitrary<PacingSettings> = fc.record({
  block: fc.record({ blockMs: minutes(1, 20), restMs: minutes(1, 10), longRestMs: minutes(10, 20) }),
  laterMs: minutes(1, 10),
  littleLongerMs: minutes(1, 10),
  resume: fc.constantFrom('byPerson', 'atFirstActivity'),
  rolloverMinute: fc.constantFrom(DEFAULT_PACING_SETTINGS.rolloverMinute, 0, 150, 13 * 60),
  eveningMinute: fc.option(fc.integer({ min: 0, max: 1439 })),
  limits: fc.record({
    dayMs: fc.option(minutes(1, 60)),
    sites: fc.constantFrom<Record<string, number>>({}, { 'a.example': 5 * MINUTE }),
  }),
  sound: fc.boolean(),
})

/** Instants around changes of the clock, and any others. */
const start = fc.oneof(
  fc.constantFrom(
    Date.UTC(2026, 2, 29),
    Date.UTC(2026, 9, 25),
    Date.UTC(2026, 10, 1, 5),
    Date.UTC(2026, 3, 4, 14),
  ),
  fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2030, 0, 1) }),
)

/** A walk that begins at a page more often than not, so that random moves do not all happen to nobody. */
export const walk = (moves: fc.Arbitrary<Move> = move) =>
  fc.record({
    settings,
    at: start,
    seated: fc.integer({ min: 0, max: 4 }),
    alarms,
    moves: fc.array(moves, { maxLength: 40 }),
  })

export type Walk = typeof walk extends () => fc.Arbitrary<infer T> ? T : never

/** Before the first move; alarms are in time. */
export function begin({ settings, at, seated }: Omit<Walk, 'alarms' | 'moves'>): Driver {
  const driver = new Driver(settings, at).send({ type: 'tick' })
  return seated > 0 ? driver.sitDown().send({ type: 'start' }) : driver
}

export function make(driver: Driver, move: Move): void {
  if (move.do === 'wait') driver.wait(move.ms)
  else if (move.do === 'sleep') driver.sleep(move.ms)
  else if (move.do === 'fly') driver.zone = move.zone
  else if (move.do === 'keep') driver.send({ type: 'stored', through: driver.now })
  else if (move.do === 'hear') hear(driver, move)
  else if (move.event.type === 'pauseFor') driver.send({ type: 'pause', until: driver.now + move.event.ms })
  else driver.send(move.event)
}

function hear(driver: Driver, { site, ms }: Extract<Move, { do: 'hear' }>): void {
  driver.send({ type: 'merge', totals: { phone: { [driver.state.today.key]: { [site]: ms } } } })
}

const cell = fc.dictionary(fc.constantFrom('a', 'b', '__proto__', 'constructor'), fc.nat())

export const totals: fc.Arbitrary<Totals> = fc.dictionary(
  fc.constantFrom('desk', 'phone'),
  fc.dictionary(fc.constantFrom('2026-11-10', '2026-11-11'), cell),
)
