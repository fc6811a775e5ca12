import { browser } from 'wxt/browser'
import { hostOf, siteOf } from '../calm/sites'
import type { RequestOf } from '../messages'
import type { Handlers } from '../messaging/serve'
import { currentSurface } from '../nudges/deliver'
import type { Action, Report } from '../pacing/event'
import { PRESETS } from '../pacing/settings'
import type { PacingState } from '../pacing/state'
import { MINUTE_MS } from '../pacing/timing'
import type { PacingView } from '../pacing-view'
import { type PacingPreferences, parsePacingPreferences } from '../settings/pacing-schema'
import { noteFullScreen } from './full-screen'
import { moment } from './moment'
import { changePreferences, currentPreferences, turns } from './pacing'
import type { Turn } from './turns'
import { type Place, viewOf } from './view'
import { wordsFor } from './words'

type PacingRequests = Pick<Handlers, Extract<keyof Handlers, `pacing.${string}`>>

/** A pause ends by itself: who forgets it finds Luwte back, with a forewarning. */
const PAUSE_MS = 60 * MINUTE_MS

/** The answers to every request about pacing. */
export const pacingRequests: PacingRequests = {
  'pacing.state': async ({ tabId }) => show(await turns.state(), await placeOf(tabId)),
  'pacing.start': ({ tabId }) => act(tabId, { type: 'start' }),
  'pacing.pause': async ({ tabId }) => act(tabId, { type: 'pause', until: (await moment()).at + PAUSE_MS }),
  'pacing.resume': ({ tabId }) => act(tabId, { type: 'resume' }),
  'pacing.rest': ({ tabId }) => act(tabId, { type: 'rest' }),
  'pacing.later': ({ tabId }) => act(tabId, { type: 'later' }),
  'pacing.stop': ({ tabId }) => act(tabId, { type: 'stop' }),
  'pacing.eveningLight': ({ tabId, on }) => act(tabId, { type: 'eveningLight', on }),
  'pacing.quiet': ({ tabId, on }) => act(tabId, { type: 'quiet', on }),
  'pacing.reading': ({ tabId, on }) => act(tabId, { type: 'reading', on }),
  'pacing.lowDay': ({ tabId, on }) => act(tabId, { type: 'lowDay', on }),
  'pacing.block': ({ tabId, blockMinutes, restMinutes }) =>
    change(tabId, before => ({ ...before, block: ownBlock(before, blockMinutes, restMinutes) })),
  'pacing.preset': ({ tabId, energy }) => change(tabId, before => ({ ...before, block: PRESETS[energy] })),
  'pacing.limits': ({ tabId, dayMinutes, siteMinutes }) =>
    change(tabId, (before, { site }) => ({
      ...before,
      limits: {
        dayMs: dayMinutes && dayMinutes * MINUTE_MS,
        sites: withLimit(before.limits.sites, site, siteMinutes),
      },
    })),
  'pacing.choose': ({ tabId, choice }) => change(tabId, before => withChoice(before, choice)),
  'pacing.surface': currentSurface,
  'pacing.answer': async ({ answer }) => {
    const { effects } = await turns.take(actionOf(answer, (await turns.state()).surface))
    return said(effects)[0] ?? null
  },
  'pacing.report': async ({ kind }, { tab }) => {
    // Whether a page is full screen is seen by looking, as in every turn.
    if (kind === 'fullscreen' && tab?.id !== undefined) await noteFullScreen(tab.id)
    await turns.notice({ type: kind === 'fullscreen' ? 'tick' : kind })
    return null
  },
}

async function act(tabId: number, action: Action): Promise<PacingView> {
  const { state, effects } = await turns.take(action)
  return show(state, await placeOf(tabId), said(effects))
}

async function change(
  tabId: number,
  changed: (before: PacingPreferences, place: Place) => PacingPreferences,
): Promise<PacingView> {
  const place = await placeOf(tabId)
  const { state } = await changePreferences(before => changed(before, place))
  return show(state, place)
}

async function show(state: PacingState, place: Place, lines: readonly string[] = []): Promise<PacingView> {
  return viewOf(state, await currentPreferences(), await moment(), place, lines)
}

async function placeOf(tabId: number): Promise<Place> {
  const host = hostOf((await browser.tabs.get(tabId)).url)
  return { tabId, site: host === null ? null : siteOf(host) }
}

function said(effects: Turn['effects']): string[] {
  return effects.flatMap(effect => (effect.type === 'reply' ? [wordsFor(effect.reply)] : []))
}

/** Minutes of one's own. The longer rest stays, unless it would be the shorter one. */
function ownBlock({ block }: PacingPreferences, blockMinutes: number, restMinutes: number) {
  const restMs = restMinutes * MINUTE_MS
  return { blockMs: blockMinutes * MINUTE_MS, restMs, longRestMs: Math.max(block.longRestMs, restMs) }
}

function withLimit(
  sites: Readonly<Record<string, number>>,
  site: string | null,
  minutes: number | null,
): Record<string, number> {
  const others = Object.entries(sites).filter(([name]) => name !== site)
  const own = site !== null && minutes !== null ? [[site, minutes * MINUTE_MS] as const] : []
  return Object.fromEntries([...others, ...own])
}

function withChoice(
  before: PacingPreferences,
  choice: RequestOf<'pacing.choose'>['choice'],
): PacingPreferences {
  const given = Object.entries(choice).filter(([, value]) => value !== undefined)
  return parsePacingPreferences({ ...before, ...Object.fromEntries(given) }).value
}

/** What an answer in a page means. Dismissing takes the softest way out of what is shown. */
function actionOf(
  answer: RequestOf<'pacing.answer'>['answer'],
  surface: PacingState['surface'],
): Action | Report {
  switch (answer) {
    case 'rest':
    case 'later':
    case 'back':
      return { type: answer }
    case 'off':
      return { type: 'stop' }
    case 'leave':
      return { type: 'limitAnswer', answer: 'leave' }
    case 'longer':
      return { type: 'limitAnswer', answer: 'littleLonger' }
    case 'dismiss':
      return dismissal(surface)
  }
}

function dismissal(surface: PacingState['surface']): Action | Report {
  if (surface?.kind === 'nudge') return { type: 'later' }
  if (surface?.kind === 'limit') return { type: 'limitAnswer', answer: 'littleLonger' }
  return { type: surface?.kind === 'rest' ? 'back' : 'tick' }
}
