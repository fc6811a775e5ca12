/** Light or dark: what Luwte's own pages look like. */
export const SCHEMES = ['dark', 'light', 'browser'] as const
export type Scheme = (typeof SCHEMES)[number]

/** How Luwte's own pages look. */
export interface Looks {
  /** Dark unless the person chooses otherwise: light hurts many of those this is for. */
  readonly scheme: Scheme
}

export const DEFAULT_LOOKS: Looks = { scheme: 'dark' }
