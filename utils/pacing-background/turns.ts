import { nextDeadline } from '../pacing/deadline'
import type { Effect } from '../pacing/effect'
import type { Action, Moment, Report } from '../pacing/event'
import { step } from '../pacing/machine'
import type { Signals } from '../pacing/presence'
import type { PacingSettings } from '../pacing/settings'
import { initialState, type PacingState } from '../pacing/state'
import { createQueue } from '../queue'

/** What the machine is surrounded by. */
export interface Outside {
  moment(): Promise<Moment>
  settings(): Promise<PacingSettings>
  readState(fallback: PacingState): Promise<PacingState>
  writeState(state: PacingState): Promise<void>
  /** @returns true once after each start of the browser or of Luwte. */
  hasJustStarted(): Promise<boolean>
  /** Where the person is, now. */
  look(): Promise<readonly Report[]>
  /** How far off the next alarm is to ring, milliseconds; null for none. */
  setAlarm(inMs: number | null): Promise<void>
  /** The state is stored: does what follows from it. Not awaited, so that a slow page holds up no event. */
  carryOut(turn: Turn): void
}

/** What one turn has brought about. */
export interface Turn {
  readonly event: Action | Report
  readonly before: PacingState
  readonly state: PacingState
  readonly effects: readonly Effect[]
  /** The first turn since the background began: what an earlier one meant to do may be undone. */
  readonly first: boolean
}

export interface Turns {
  /** Takes in what the person did, or what has to be known even while nothing is asked for. */
  take(event: Action | Report): Promise<Turn>
  /** Takes in what was noticed. Does nothing where screen time matters to nothing. */
  notice(event: Report): Promise<void>
  /** The alarm rang. */
  ring(): Promise<void>
  /** The state as it is stored. */
  state(): Promise<PacingState>
}

/**
 * Takes in events strictly in turn. Each turn looks at the world first, steps the machine, stores the state, and only
 * then acts; so it makes no difference which event brought it about, how late, or what an ended background knew.
 */
export function createTurns(outside: Outside): Turns {
  const inTurn = createQueue()
  /** The stored state. Nothing else writes it, so it is read once in the life of the background. */
  let known: PacingState | undefined
  let first = true

  async function current(): Promise<PacingState> {
    if (known) return known
    const device = crypto.randomUUID()
    const fallback = initialState({ device, ...(await outside.moment()) }, await outside.settings())
    known = await outside.readState(fallback)
    return known
  }

  async function run(event: Action | Report): Promise<Turn> {
    const before = await current()
    const settings = await outside.settings()
    const started = await outside.hasJustStarted()
    const seen = await outside.look()
    const moment = await outside.moment()
    const effects: Effect[] = []
    let state = before
    const tell = (event: Action | Report) => {
      const stepped = step(state, { ...event, ...moment }, settings)
      state = stepped.state
      effects.push(...stepped.effects)
    }

    if (started) tell({ type: 'wake' })
    for (const report of seen) if (isNews(report, state.signals)) tell(report)
    tell(event)
    // Where nothing is asked for any more, nobody is there as far as the machine knows, and nothing is counted.
    if (!isCounting(state, settings) && state.signals.device !== 'away')
      tell({ type: 'device', device: 'away' })

    await outside.writeState(state)
    known = state
    await outside.setAlarm(alarmInMs(state, settings))
    const turn = { event, before, state, effects, first }
    first = false
    outside.carryOut(turn)
    return turn
  }

  async function runIf(asked: typeof isAsked, event: Report): Promise<void> {
    if (asked(await current(), await outside.settings())) await run(event)
  }

  return {
    take: event => inTurn(() => run(event)),
    notice: event => inTurn(() => runIf(isCounting, event)),
    ring: () => inTurn(() => runIf(isAsked, { type: 'tick' })),
    state: () => inTurn(current),
  }
}

/** How far off the next alarm is, milliseconds; null while nothing is asked for. */
export function alarmInMs(state: PacingState, settings: PacingSettings): number | null {
  return isAsked(state, settings) ? nextDeadline(state, settings) - state.at : null
}

/** Whether screen time matters to anything. */
function isCounting({ cycle }: PacingState, { limits }: PacingSettings): boolean {
  return cycle.phase !== 'off' || limits.dayMs !== null || Object.keys(limits.sites).length > 0
}

/** Whether time matters to anything. */
function isAsked(state: PacingState, settings: PacingSettings): boolean {
  return isCounting(state, settings) || settings.eveningMinute !== null || state.dusk > 0
}

function isNews(report: Report, signals: Signals): boolean {
  if (report.type === 'device') return report.device !== signals.device
  if (report.type !== 'windows') return true
  const { windows, focused } = signals
  return JSON.stringify([report.windows, report.focused]) !== JSON.stringify([windows, focused])
}
