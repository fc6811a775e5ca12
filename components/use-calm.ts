import { useEffect, useMemo, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { askAccess } from '@/utils/calm/access'
import { ahead, type CalmChange } from '@/utils/calm/ahead'
import type { Where } from '@/utils/calm/calm-settings'
import type { Level } from '@/utils/calm/levels'
import { CHOSEN_OPTION_IDS, type ChosenOptionId } from '@/utils/calm/options'
import type { CalmPageState } from '@/utils/calm/page-state'
import type { RequestOf } from '@/utils/messages'
import { askState } from '@/utils/messaging/first-questions'
import { request } from '@/utils/messaging/request'
import { createWishes, type View, type Wish } from '@/utils/messaging/wishes'

/** What a person can do about calm mode on a page. Each acts at once. */
export interface CalmActions {
  setOn(on: boolean): void
  setWhere(where: Where): void
  setLevel(level: Level): void
  adjust(option: ChosenOptionId, value: number): void
  /** Lets everything on this page's site move, or no more. */
  letMove(moves: boolean): void
  /** Gives back what the level does by itself. */
  resetLevel(): void
  keepOwnSettings(own: boolean): void
  setApart(apart: boolean): void
  giveAccess(): void
  /** Sends once more what the background did not answer. */
  retry(): void
}

export type Calm = View<CalmPageState> & { readonly actions: CalmActions }

/**
 * Calm mode for the page in a tab: what there is to show, kept up to date, and what can be done.
 *
 * @param first what was known of it before anybody was asked.
 */
export function useCalm(tabId: number, first: CalmPageState | null = null): Calm {
  const [view, show] = useState<View<CalmPageState>>({ state: first, failed: false })
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

  const change = <N extends CalmChange>(name: N, payload: Omit<RequestOf<N>, 'tabId'>, key: string = name) =>
    wishes.add({
      key,
      send: () => request<CalmChange>(name, { tabId, ...payload } as RequestOf<N>),
      ahead: state => ahead[name](state, payload),
    })
  const adjust = (option: ChosenOptionId, value: number | null) =>
    change('calm.adjust', { option, value }, `calm.adjust ${option}`)

  const actions: CalmActions = {
    setOn(on) {
      const asks = on && view.state?.obstacle === 'noAccess' ? askAccess(view.state) : null
      // Before the answer: the browser's question may close the popup.
      change('calm.switch', { on })
      asks?.then(given => given || change('calm.switch', { on: false }))
    },
    setWhere: where => change('calm.where', { where }),
    setLevel: level => change('calm.level', { level }),
    adjust,
    letMove: moves => change('calm.letMove', { moves }),
    resetLevel() {
      for (const id of CHOSEN_OPTION_IDS) if (view.state?.adjustments[id] !== undefined) adjust(id, null)
    },
    keepOwnSettings: own => change('calm.ownSettings', { own }),
    setApart: apart => change('calm.setApart', { apart }),
    giveAccess: () => void (view.state && askAccess(view.state)),
    retry: wishes.retry,
  }
  return { ...view, actions }
}

function freshState(tabId: number): Wish<CalmPageState> {
  return { key: 'calm.state', asks: true, send: () => askState('calm.state', tabId), ahead: state => state }
}

/**
 * Calls back when the state of a tab may have changed: by another window or device, by access given or taken away, or
 * because the tab has gone to another page.
 *
 * @returns what ends it.
 */
function onChange(tabId: number, changed: () => void): () => void {
  const onUpdated = (id: number) => {
    if (id === tabId) changed()
  }
  browser.storage.onChanged.addListener(changed)
  browser.permissions.onAdded.addListener(changed)
  browser.permissions.onRemoved.addListener(changed)
  browser.tabs.onUpdated.addListener(onUpdated)
  return () => {
    browser.storage.onChanged.removeListener(changed)
    browser.permissions.onAdded.removeListener(changed)
    browser.permissions.onRemoved.removeListener(changed)
    browser.tabs.onUpdated.removeListener(onUpdated)
  }
}
