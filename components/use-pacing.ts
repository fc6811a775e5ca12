import { useEffect, useMemo, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { RequestOf } from '@/utils/messages'
import { askState } from '@/utils/messaging/first-questions'
import { request } from '@/utils/messaging/request'
import { createWishes, type View, type Wish } from '@/utils/messaging/wishes'
import type { Energy } from '@/utils/pacing/settings'
import type { PacingView } from '@/utils/pacing-view'

type Press = 'start' | 'pause' | 'resume' | 'rest' | 'later' | 'stop'
type Toggle = 'quiet' | 'reading' | 'lowDay' | 'eveningLight'

/** What a person can do about pacing. Each acts at once. */
export interface PacingActions {
  press(name: Press): void
  toggle(name: Toggle, on: boolean): void
  choosePreset(energy: Energy): void
  setBlock(blockMinutes: number, restMinutes: number): void
  setLimits(dayMinutes: number | null, siteMinutes: number | null): void
  setShowMinutes(on: boolean): void
  setAcrossDevices(on: boolean): void
  /** Sends once more what the background did not answer. */
  retry(): void
}

export type Pacing = View<PacingView> & {
  /** What was said back to the last thing the person did. */
  readonly said: readonly string[]
  readonly actions: PacingActions
}

/**
 * Pacing beside the page in a tab: what there is to show, kept up to date, and what can be done.
 *
 * @param first what was known of it before anybody was asked.
 */
export function usePacing(tabId: number, first: PacingView | null = null): Pacing {
  const [view, show] = useState<View<PacingView>>({ state: first, failed: false })
  const [said, say] = useState<readonly string[]>([])
  const wishes = useMemo(() => createWishes(show, first), [first])

  useEffect(() => {
    const refresh = () => wishes.add(freshState(tabId))
    refresh()
    addEventListener('pagehide', wishes.flush)
    const end = onChange(tabId, refresh)
    return () => {
      removeEventListener('pagehide', wishes.flush)
      end()
    }
  }, [wishes, tabId])

  const wish = (key: string, send: () => Promise<PacingView>, ahead: Partial<PacingView> = {}) =>
    wishes.add({
      key,
      async send() {
        const state = await send()
        say(state.said)
        return state
      },
      ahead: state => ({ ...state, ...ahead }),
    })
  const change = <N extends 'pacing.preset' | 'pacing.block' | 'pacing.limits' | 'pacing.choose'>(
    name: N,
    payload: Omit<RequestOf<N>, 'tabId'>,
    ahead: Partial<PacingView> = {},
  ) => wish(name, () => request<typeof name>(name, { tabId, ...payload } as RequestOf<N>), ahead)

  const actions: PacingActions = {
    press: name => wish('press', () => request(`pacing.${name}`, { tabId })),
    toggle: (name, on) => wish(name, () => request(`pacing.${name}`, { tabId, on }), { [name]: on }),
    choosePreset: energy => change('pacing.preset', { energy }, { energy }),
    setBlock: (blockMinutes, restMinutes) =>
      change('pacing.block', { blockMinutes, restMinutes }, { blockMinutes, restMinutes }),
    setLimits: (dayMinutes, siteMinutes) =>
      change('pacing.limits', { dayMinutes, siteMinutes }, { dayMinutes, siteMinutes }),
    setShowMinutes: showMinutes => change('pacing.choose', { choice: { showMinutes } }, { showMinutes }),
    setAcrossDevices: acrossDevices =>
      change('pacing.choose', { choice: { acrossDevices } }, { acrossDevices }),
    retry: wishes.retry,
  }
  return { ...view, said, actions }
}

function freshState(tabId: number): Wish<PacingView> {
  return {
    key: 'pacing.state',
    asks: true,
    send: () => askState('pacing.state', tabId),
    ahead: state => state,
  }
}

/**
 * Calls back when there may be something new: time has passed, something was done elsewhere, or the tab has gone to
 * another page.
 *
 * @returns what ends it.
 */
function onChange(tabId: number, changed: () => void): () => void {
  const onStored = (changes: object) => {
    if ('pacingState' in changes || 'settings' in changes) changed()
  }
  const onUpdated = (id: number, { url }: { url?: string | undefined }) => {
    if (id === tabId && url !== undefined) changed()
  }
  browser.storage.onChanged.addListener(onStored)
  browser.tabs.onUpdated.addListener(onUpdated)
  return () => {
    browser.storage.onChanged.removeListener(onStored)
    browser.tabs.onUpdated.removeListener(onUpdated)
  }
}
