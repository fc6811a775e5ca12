import type { Settings } from '@/utils/settings/settings'
import type { SettingsActions } from '../use-settings'

/** What each screen of the welcome is given. */
export interface ScreenProps {
  /** The tab the welcome is in. */
  readonly tabId: number
  readonly settings: Settings
  readonly choose: SettingsActions['choose']
}
