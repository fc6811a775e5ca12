import { useEffect, useMemo, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import type { DiaryState } from '@/utils/diary/diary-state'
import { request } from '@/utils/messaging/request'
import { createWishes, type View } from '@/utils/messaging/wishes'

export type Diary = View<DiaryState> & {
  setKeeps(keeps: boolean): void
  /** Asks once more what the background did not answer. */
  retry(): void
}

/** What the background knows that a diary needs, kept up to date. */
export function useDiaryState(): Diary {
  const [view, show] = useState<View<DiaryState>>({ state: null, failed: false })
  const wishes = useMemo(() => createWishes(show), [])

  useEffect(() => {
    const refresh = () =>
      wishes.add({ key: 'diary.state', send: () => request('diary.state', {}), ahead: state => state })
    refresh()
    browser.storage.onChanged.addListener(refresh)
    // A page that stays open overnight finds another day.
    document.addEventListener('visibilitychange', refresh)
    return () => {
      browser.storage.onChanged.removeListener(refresh)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [wishes])

  return {
    ...view,
    setKeeps: keeps =>
      wishes.add({
        key: 'diary.keep',
        send: () => request('diary.keep', { on: keeps }),
        ahead: state => ({ ...state, keeps }),
      }),
    retry: wishes.retry,
  }
}
