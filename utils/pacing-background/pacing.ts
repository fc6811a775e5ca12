import { browser } from 'wxt/browser'
import { onRestTabClosed } from '../nudges/rest-tabs'
import type { Report } from '../pacing/event'
import { createQueue } from '../queue'
import type { PacingPreferences } from '../settings/pacing-schema'
import { loadPart, onPartChanged, savePart } from '../settings/store'
import { onAlarm, setAlarm } from './alarm'
import { createHistoryKeeper } from './history'
import { look, watchDevice } from './look'
import { moment } from './moment'
import { isNearSurface } from './near-surface'
import { createScreen, type ShowSurface } from './screen'
import { onOthersTold, othersHaveTold, tellOthers } from './shared-time'
import { readState, writeState } from './stored-state'
import { listenToTestClock } from './test-clock'
import { alarmInMs, createTurns, type Turn } from './turns'

/** What pacing asks of the rest of Luwte. */
export interface PacingPartners {
  readonly show: ShowSurface
  /** How far the evening has come, in steps; 0 for none: for calm mode. May say what is known already. */
  followEvening(dusk: number): Promise<void>
  /** Typing and page ends matter now, or no more: has pages report them. Doing it twice changes nothing. */
  watchPages(watched: boolean): Promise<void>
}

/** There since the browser or Luwte started. */
const RUNNING = 'pacingRunning'

let partners: PacingPartners | undefined
let screen: ReturnType<typeof createScreen> | undefined
let preferences: Promise<PacingPreferences> | undefined
const oneChangeAtATime = createQueue()

/** The preferences, read once until they change. */
export function currentPreferences(): Promise<PacingPreferences> {
  preferences ??= loadPart('pacing')
  return preferences
}

/** Changes the preferences; what is asked for from now on takes effect at once. */
export function changePreferences(
  changed: (preferences: PacingPreferences) => PacingPreferences,
): Promise<Turn> {
  return oneChangeAtATime(async () => {
    const before = await currentPreferences()
    const after = changed(before)
    await savePart('pacing', before, after)
    preferences = Promise.resolve(after)
    return turns.take({ type: 'tick' })
  })
}

export const turns = createTurns({
  moment,
  settings: currentPreferences,
  readState,
  writeState,
  hasJustStarted,
  look,
  setAlarm: inMs => setAlarm(inMs, ring),
  carryOut: turn => void carryOut(turn),
})

export const history = createHistoryKeeper(turns)

/** Registers every listener of pacing. Call it at the top level of the background. */
export function listenToPacing(given: PacingPartners): void {
  partners = given
  screen = createScreen(given.show)
  const notice = () => void turns.notice({ type: 'tick' })
  const switched = () => void turns.notice({ type: 'breakpoint' })

  onAlarm(ring)
  watchDevice(notice)
  browser.runtime.onStartup.addListener(ring)
  browser.runtime.onInstalled.addListener(ring)
  onOthersTold(async () => learn(othersHaveTold(await turns.state(), await currentPreferences())))
  onRestTabClosed(() => void turns.take({ type: 'back' }))
  browser.tabs.onActivated.addListener(switched)
  browser.tabs.onUpdated.addListener((_, { url, audible, mutedInfo, status }, { active }) => {
    const concerns = url !== undefined || audible !== undefined || mutedInfo || status === 'complete'
    if (active && concerns) notice()
  })
  browser.windows?.onFocusChanged.addListener(notice)
  browser.windows?.onRemoved.addListener(notice)
  // Chrome alone says when a window goes full screen; elsewhere the next turn sees it.
  if (!import.meta.env.FIREFOX) browser.windows?.onBoundsChanged.addListener(notice)
  onPartChanged('pacing', () => {
    preferences = undefined
    void turns.take({ type: 'tick' })
  })

  if (import.meta.env.MODE === 'e2e') {
    listenToTestClock({
      ring: turns.ring,
      async alarmInMs() {
        const state = await turns.state()
        const inMs = alarmInMs(state, await currentPreferences())
        // It was set at the last event, since which time has passed.
        return inMs && inMs - ((await moment()).at - state.at)
      },
    })
  }
}

function ring(): void {
  void turns.ring()
}

async function hasJustStarted(): Promise<boolean> {
  const { [RUNNING]: running } = await browser.storage.session.get(RUNNING)
  if (running === true) return false
  await browser.storage.session.set({ [RUNNING]: true })
  return true
}

async function carryOut(turn: Turn): Promise<void> {
  const { event, before, state, effects, first } = turn
  const dayKept = history.keepDay(turn)
  const settings = await currentPreferences()
  const appears = effects.findLast(effect => effect.type === 'show')
  const evening = effects.findLast(effect => effect.type === 'evening')
  if (evening || first) void partners?.followEvening(state.dusk)

  // Neither a key nor the history brings another page to the front.
  const samePages = event.type === 'typing' || event.type === 'stored'
  const watched = isNearSurface(state, settings)
  const watchedBefore = isNearSurface(before, settings)
  if (first || watched !== watchedBefore || (watched && !samePages)) await partners?.watchPages(watched)
  if (first || appears || before.surface !== state.surface || (state.surface && !samePages)) {
    const sound = appears?.sound ?? false
    screen?.({ surface: state.surface, appears: appears !== undefined, sound, preferences: settings })
  }

  if (effects.some(({ type }) => type === 'store')) await history.keepTime()
  await dayKept
  if (event.type !== 'typing') await learn(tellOthers(state, settings))
}

/** What other devices have told, where there is any. */
async function learn(told: Promise<Report | null>): Promise<void> {
  const report = await told
  if (report) await turns.take(report)
}
