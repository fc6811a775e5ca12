import { nextDeadline } from '@/utils/pacing/deadline'
import type { Effect, Reply } from '@/utils/pacing/effect'
import type { Action, Report } from '@/utils/pacing/event'
import { step } from '@/utils/pacing/machine'
import type { WindowSignal } from '@/utils/pacing/presence'
import { DEFAULT_PACING_SETTINGS, type PacingSettings } from '@/utils/pacing/settings'
import { initialState, type PacingState } from '@/utils/pacing/state'

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** Noon in Amsterdam on a day without a clock change. */
export const NOON = Date.UTC(2026, 10, 10, 11)

export interface Logged {
  readonly at: number
  readonly effect: Effect
}

/** A settings object with some parts changed. */
export function settingsWith(changes: Partial<PacingSettings>): PacingSettings {
  return { ...DEFAULT_PACING_SETTINGS, ...changes }
}

/** A visible window with nothing going on in it. */
export function windowOn(site: string, changes: Partial<WindowSignal> = {}): WindowSignal {
  return { id: 'one', site, sound: false, fullScreen: false, call: false, ...changes }
}

/** How the browser rings alarms. */
export interface Alarms {
  /** How late each one comes, in turn, milliseconds. None for always in time. */
  readonly lateMs: readonly number[]
  /** Each rings a second time. */
  readonly twice: boolean
}

/** Drives the machine the way the background does: one alarm, at the next deadline. */
export class Driver {
  state: PacingState
  now: number
  alarms: Alarms = { lateMs: [], twice: false }
  private rung = 0
  readonly log: Logged[] = []

  constructor(
    public settings: PacingSettings = DEFAULT_PACING_SETTINGS,
    at = NOON,
    public zone = 'Europe/Amsterdam',
  ) {
    this.now = at
    this.state = initialState({ device: 'desk', at, zone }, settings)
  }

  /** A person at the keyboard, in front of a page. */
  sitDown(site = 'a.example'): this {
    return this.send({ type: 'windows', windows: [windowOn(site)], focused: 'one' }).send({
      type: 'device',
      device: 'active',
    })
  }

  send(event: Action | Report): this {
    const { state, effects } = step(this.state, { ...event, at: this.now, zone: this.zone }, this.settings)
    this.state = state
    for (const effect of effects) this.log.push({ at: this.now, effect })
    return this
  }

  /** Lets time pass, with the alarm ringing when asked, or as late as alarms are here. */
  wait(ms: number): this {
    const end = this.now + ms
    for (let next = this.nextRing(); next <= end; next = this.nextRing()) {
      this.now = next
      this.rung += 1
      this.send({ type: 'tick' })
      if (this.alarms.twice) this.send({ type: 'tick' })
    }
    this.now = end
    return this
  }

  /** Lets time pass with nobody to ring an alarm: the machine sleeps or the browser is closed. */
  sleep(ms: number): this {
    this.now += ms
    return this
  }

  deadline(): number {
    return nextDeadline(this.state, this.settings)
  }

  /** What was due while nobody could ring it rings at once. */
  private nextRing(): number {
    const { lateMs } = this.alarms
    return Math.max(this.now, this.deadline() + (lateMs[this.rung % lateMs.length] ?? 0))
  }

  /** The lines shown unasked, in order. */
  get shown(): string[] {
    return this.shownAt.map(([message]) => message)
  }

  /** The lines shown unasked, with the milliseconds from `NOON`. */
  get shownAt(): [string, number][] {
    return this.log.flatMap(({ at, effect }) =>
      effect.type === 'show' && effect.message ? [[effect.message, at - NOON] as [string, number]] : [],
    )
  }

  get replies(): Reply[] {
    return this.log.flatMap(({ effect }) => (effect.type === 'reply' ? [effect.reply] : []))
  }

  get phase(): PacingState['cycle']['phase'] {
    return this.state.cycle.phase
  }
}
