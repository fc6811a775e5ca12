import type { ComponentChild } from 'preact'
import type { SyncStatus } from '@/utils/settings/devices'
import type { Settings } from '@/utils/settings/settings'
import type { FileTools, SettingsActions } from '../use-settings'

/** What a setting shows and changes. */
export interface Tools extends SettingsActions {
  readonly settings: Settings
  readonly devices: SyncStatus
  readonly file: FileTools
  /** The id of the sentence that says what the setting does. */
  readonly describedBy: string
}

/** One setting: its name and what it does, in words that the search looks through, and its control. */
export interface Setting {
  readonly id: string
  name(): string
  /** One sentence. */
  about(): string
  /** Called with the sentence's id. Whoever needs hooks gives an element. */
  control(tools: Tools): ComponentChild
  /** Stands in a part that is folded away, under this name. */
  fold?(): string
}

/** One part of the settings page. A new one is a file beside this one and a line in `sections.ts`. */
export interface Section {
  readonly id: string
  title(): string
  /** One sentence. */
  about(): string
  readonly settings: readonly Setting[]
  /** What the settings come to, shown beside them. */
  sample?(settings: Settings): ComponentChild
  /** What "back to the start" gives back: paths, each with everything below it. */
  readonly startsAnew: readonly string[]
}
