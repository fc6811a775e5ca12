import { type Adjustments, DEFAULT_LEVEL, type OnLevel } from './levels'

/** Where the calm switch acts: on one site at a time, or on every site that is not set apart. */
export type Where = 'site' | 'everywhere'

/** What is set for one site; a sub-domain follows its site unless it has an entry of its own. */
export interface SiteSettings {
  /** On or off here; without it the site follows `everywhere`. */
  readonly calm?: boolean
  /** The site's own level; without it the general one. */
  readonly level?: OnLevel
  /** The site's own changes to whatever level is in force. */
  readonly adjustments?: Adjustments
}

/** The person's choices for calm mode. */
export interface CalmSettings {
  readonly where: Where
  /** Calm mode is on for every site without an entry that says otherwise. */
  readonly everywhere: boolean
  readonly level: OnLevel
  /** Changes to each level's defaults. */
  readonly levels: Readonly<Partial<Record<OnLevel, Adjustments>>>
  /** By host name without `www.`, such as `example.org` or `news.example.org`. */
  readonly sites: Readonly<Record<string, SiteSettings>>
}

export const DEFAULT_CALM_SETTINGS: CalmSettings = {
  where: 'site',
  everywhere: false,
  level: DEFAULT_LEVEL,
  levels: {},
  sites: {},
}
