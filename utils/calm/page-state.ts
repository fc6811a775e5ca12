import type { Where } from './calm-settings'
import type { Adjustments, Level, OnLevel } from './levels'
import type { CalmOptions } from './options'

/** Why nothing can be done on a page. */
export type Obstacle =
  /** The browser keeps extensions out: its own pages, its store, other extensions. */
  | 'browserPage'
  /** The person has not given access to this site. */
  | 'noAccess'
  /** A file on this computer, and the browser's permission for files is off. */
  | 'fileAccess'

/** What the popup shows about calm mode for one tab. */
export interface CalmPageState {
  readonly tabId: number
  /** The name settings are kept under, such as `example.org`; null on a page that has none. */
  readonly site: string | null
  /** The page's own host when it is a sub-domain of `site`, and could be or is set apart; otherwise null. */
  readonly subdomain: string | null
  /** The sub-domain has settings of its own. */
  readonly setApart: boolean
  readonly obstacle: Obstacle | null
  readonly on: boolean
  /** The knob: 0 when off. */
  readonly level: Level
  /** The level that switching on gives. */
  readonly lastLevel: OnLevel
  readonly where: Where
  /** Level and adjustments are kept for this site alone. */
  readonly ownSettings: boolean
  /** The tab makes no sound, because calm mode has muted it. */
  readonly muted: boolean
  /** What is in force now, or would be when switched on. */
  readonly options: CalmOptions
  /** The options of `options` that differ from the level's default. */
  readonly adjustments: Adjustments
}
