import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { askAccess } from '@/utils/calm/access'
import type { Where } from '@/utils/calm/calm-settings'
import type { CalmPageState } from '@/utils/calm/page-state'
import { goCalmly, pageCameFrom } from '@/utils/welcome/came-from'

export interface CameFrom {
  /** The site of the page the person came from; null where there is none, undefined until that is known. */
  readonly site: string | null | undefined
  /** The person was asked for access to it, and did not give it. */
  readonly refused: boolean
  /** Goes there, calmly. Call it straight from a click. */
  go(): void
  /** Closes the welcome page. */
  leave(): void
}

/**
 * Calls back when the person may have opened, left or closed a page: in this window, or in another one beside it.
 *
 * @returns what ends it.
 */
function onTabsChanged(changed: () => void): () => void {
  const onUpdated = (
    _: number,
    { url, status }: { url?: string | undefined; status?: string | undefined },
  ) => {
    if (url !== undefined || status === 'complete') changed()
  }
  browser.tabs.onActivated.addListener(changed)
  browser.tabs.onUpdated.addListener(onUpdated)
  browser.tabs.onRemoved.addListener(changed)
  return () => {
    browser.tabs.onActivated.removeListener(changed)
    browser.tabs.onUpdated.removeListener(onUpdated)
    browser.tabs.onRemoved.removeListener(changed)
  }
}

/** The way from the welcome page in a tab back to the page the person came from. */
export function useCameFrom(ownTabId: number, where: Where): CameFrom {
  const [page, setPage] = useState<CalmPageState | null | undefined>()
  const [refused, setRefused] = useState(false)

  const looks = useRef(0)

  const look = useCallback(() => {
    const latest = ++looks.current
    // An answer that comes late is about tabs as they were.
    const take = (page: CalmPageState | null) => {
      if (latest === looks.current) setPage(page)
    }
    pageCameFrom(ownTabId).then(take, () => take(null))
  }, [ownTabId])
  useEffect(() => {
    look()
    return onTabsChanged(look)
  }, [look])

  const go = async () => {
    if (!page) return
    const given = page.obstacle !== 'noAccess' || (await askAccess({ where, site: page.site }))
    setRefused(!given)
    if (given) await goCalmly(page.tabId, ownTabId).catch(look)
  }
  return {
    site: page === undefined ? undefined : (page?.site ?? null),
    refused,
    go: () => void go(),
    leave: () => void browser.tabs.remove(ownTabId),
  }
}
