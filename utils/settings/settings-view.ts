import type { SyncStatus } from './devices'
import type { Chosen } from './settings'

/** What the settings page shows: what is chosen, out of which the settings are read, and how other devices keep up. */
export interface SettingsView extends Chosen {
  readonly devices: SyncStatus
}
