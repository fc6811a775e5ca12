import { useEffect, useMemo, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { askAccess } from '@/utils/calm/access'
import type { DiaryEntry } from '@/utils/diary/entry'
import type { WrittenDay } from '@/utils/diary/file'
import { request } from '@/utils/messaging/request'
import { createWishes, type View } from '@/utils/messaging/wishes'
import { type ReadFile, readFileText, writeFile } from '@/utils/settings/file'
import type { Values } from '@/utils/settings/registers'
import type { SettingsView } from '@/utils/settings/settings-view'
import { type DiaryFileTools, diaryFileTools } from './use-diary-file'

/** The settings as a file, with the diary beside them where the person wants it. */
export interface FileTools {
  readonly diary: DiaryFileTools
  write(diary: readonly DiaryEntry[]): string
  /** What taking in a file's text would change, or why it is refused. Changes nothing. */
  read(text: string): ReadFile
  /** @returns whether it was taken in, with these days of the diary in it. */
  take(text: string, days: readonly WrittenDay[]): Promise<boolean>
}

/** What a person can do about the settings. Everything acts at once. */
export interface SettingsActions {
  choose(values: Values): void
  askForSites(): void
  askToNotify(): Promise<boolean>
  retry(): void
}

export type SettingsPageState = View<SettingsView> & {
  readonly actions: SettingsActions
  /** Null until the settings are there. */
  readonly file: FileTools | null
}

/** Everything that is set: kept up to date, and changed. */
export function useSettings(): SettingsPageState {
  const [view, show] = useState<View<SettingsView>>({ state: null, failed: false })
  const wishes = useMemo(() => createWishes(show), [])

  useEffect(() => {
    const refresh = () =>
      wishes.add({ key: 'state', send: () => request('settings.state', {}), ahead: state => state })
    refresh()
    addEventListener('pagehide', wishes.flush)
    browser.storage.onChanged.addListener(refresh)
    return () => {
      removeEventListener('pagehide', wishes.flush)
      browser.storage.onChanged.removeListener(refresh)
    }
  }, [wishes])

  const actions: SettingsActions = {
    choose(values) {
      const entries = Object.entries(values)
      const chosen = Object.fromEntries(entries.filter(([, value]) => value !== undefined))
      const back = entries.filter(([, value]) => value === undefined).map(([path]) => path)
      wishes.add({
        key: entries.map(([path]) => path).join(' '),
        send: () => request('settings.choose', { values: chosen, back }),
        ahead: state => ({ ...state, own: without({ ...state.own, ...chosen }, back) }),
      })
    },
    askForSites: () => void askAccess({ where: 'everywhere', site: null }),
    askToNotify: () => browser.permissions.request({ permissions: ['notifications'] }).catch(() => false),
    retry: wishes.retry,
  }
  return { ...view, actions, file: view.state && fileTools(view.state) }
}

function fileTools(state: SettingsView): FileTools {
  return {
    diary: diaryFileTools,
    write: diary => writeFile(state, diary),
    read: text => readFileText(text, state),
    async take(text, days) {
      try {
        await diaryFileTools.take(days)
        await request('settings.import', { file: JSON.parse(text) })
        return true
      } catch {
        return false
      }
    },
  }
}

function without(values: Values, paths: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([path]) => !paths.includes(path)))
}
