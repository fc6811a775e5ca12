import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { askAccess, wantedOrigins } from '@/utils/calm/access'

const EVERYWHERE = { where: 'everywhere', site: null } as const

export interface Access {
  /** Luwte may act on every site. True until known otherwise, as in Chromium. */
  readonly everywhere: boolean
  /** Asks for that. Call it straight from a click. @returns whether it was given. */
  ask(): Promise<boolean>
}

/** Whether Luwte may act on every site, which Firefox leaves to the person. */
export function useAccess(): Access {
  const [everywhere, setEverywhere] = useState(true)
  useEffect(() => {
    void browser.permissions.contains({ origins: wantedOrigins(EVERYWHERE) }).then(setEverywhere)
  }, [])
  return {
    everywhere,
    async ask() {
      const given = await askAccess(EVERYWHERE)
      setEverywhere(given)
      return given
    },
  }
}
