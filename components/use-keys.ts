import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { t } from '@/utils/i18n'

/** A key that works on any page. */
export interface Key {
  readonly name: string
  readonly does: string
  /** As the browser writes it; empty for none. */
  readonly key: string
}

/** Where Chromium changes the keys of extensions. */
const CHROMIUM_PAGE = 'chrome://extensions/shortcuts'

const DOES = {
  toggleCalm: 'commandToggleCalm',
  backToNormal: 'commandBackToNormal',
  readCalmly: 'readCalmly',
} as const

/** The keys as they are now, and what leads to where the browser changes them; null where only words lead there. */
export function useKeys(): { keys: readonly Key[]; change: (() => void) | null } {
  const [keys, setKeys] = useState<readonly Key[]>([])
  useEffect(() => {
    const read = () => void readKeys().then(setKeys)
    read()
    // The person comes back from the browser's own page.
    addEventListener('focus', read)
    return () => removeEventListener('focus', read)
  }, [])
  return { keys, change: howToChange() }
}

async function readKeys(): Promise<Key[]> {
  // Firefox for Android has no keys.
  const commands = (await browser.commands?.getAll()) ?? []
  return commands.flatMap(({ name = '', shortcut = '' }) =>
    name in DOES ? [{ name, does: t(DOES[name as keyof typeof DOES]), key: shortcut }] : [],
  )
}

function howToChange(): (() => void) | null {
  if (!import.meta.env.FIREFOX) return () => void browser.tabs.create({ url: CHROMIUM_PAGE })
  const { commands } = browser as unknown as { commands?: { openShortcutSettings?(): Promise<void> } }
  return commands?.openShortcutSettings ? () => void commands.openShortcutSettings?.() : null
}
