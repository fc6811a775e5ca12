import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import {
  bringUpToDate,
  calmRequests,
  followEvening,
  frameBegan,
  pageBegan,
} from '@/utils/calm/background/calm-service'
import { listenToShortcuts, makeMenu } from '@/utils/calm/background/shortcuts'
import { diaryRequests } from '@/utils/diary/background'
import { serve } from '@/utils/messaging/serve'
import { showSurface, watchPages } from '@/utils/nudges/deliver'
import { listenToPacing } from '@/utils/pacing-background/pacing'
import { pacingRequests } from '@/utils/pacing-background/pacing-service'
import { keepPopupsReady } from '@/utils/popup/background'
import { readerRequests } from '@/utils/reader/background/reader-service'
import { followOtherDevices } from '@/utils/settings/devices'
import { settingsRequests } from '@/utils/settings/settings-service'
import { onCalmSettingsChanged } from '@/utils/settings/store'
import { welcomeOnce } from '@/utils/welcome/background'

/** Listeners are registered at once, so that each event finds them when it wakes the background. */
export default defineBackground(() => {
  serve({
    wake: () => null,
    ...calmRequests,
    ...pacingRequests,
    ...diaryRequests,
    ...settingsRequests,
    ...readerRequests,
  })
  listenToShortcuts()
  welcomeOnce()
  listenToPacing({ show: showSurface, watchPages, followEvening })
  followOtherDevices()
  keepPopupsReady()
  onCalmSettingsChanged(() => void bringUpToDate())

  browser.runtime.onInstalled.addListener(() => void Promise.all([makeMenu(), bringUpToDate()]))
  browser.runtime.onStartup.addListener(() => void bringUpToDate())
  browser.permissions.onAdded.addListener(() => void bringUpToDate())
  browser.permissions.onRemoved.addListener(() => void bringUpToDate())

  browser.webNavigation.onCommitted.addListener(({ tabId, frameId, url }) => {
    void (frameId === 0 ? pageBegan(tabId, url) : frameBegan(tabId, frameId, url))
  })
})
