import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { Leftover } from '@/utils/calm/leftovers'
import type { CalmPageState } from '@/utils/calm/page-state'
import { request } from '@/utils/messaging/request'

/** After a change effects see the page for this long, in milliseconds, before they are asked once more. */
const SEEN_MS = 2500

export interface Leftovers {
  readonly left: readonly Leftover[]
  reload(): void
}

/**
 * What could not be calmed on the page in a tab: asked when there is something to show, after each change of what calm
 * mode does, and when the page has loaded anew.
 */
export function useLeftovers(tabId: number, state: CalmPageState | null): Leftovers {
  const [left, setLeft] = useState<readonly Leftover[]>([])
  const inForce = state && JSON.stringify([state.on, state.site, state.options])

  useEffect(() => {
    if (inForce === null) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let current = true
    // Where nobody answers, the state of calm mode says so already.
    const ask = () =>
      request('calm.leftovers', { tabId }).then(
        answer => current && setLeft(answer),
        () => undefined,
      )
    const askTwice = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, SEEN_MS)
      void ask()
    }
    const onUpdated = (id: number, { status }: { status?: string }) => {
      if (id === tabId && status === 'complete') askTwice()
    }
    browser.tabs.onUpdated.addListener(onUpdated)
    askTwice()
    return () => {
      current = false
      clearTimeout(timer)
      browser.tabs.onUpdated.removeListener(onUpdated)
    }
  }, [tabId, inForce])

  return { left, reload: () => void browser.tabs.reload(tabId) }
}
