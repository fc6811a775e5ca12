/** What is known about one visible browser window. A minimised or covered window is not listed. */
export interface WindowSignal {
  readonly id: string
  /** The site in its front tab; '' for pages that belong to none (a new tab, the browser's own pages). */
  readonly site: string
  readonly sound: boolean
  readonly fullScreen: boolean
  /** The front tab is on a site for calls, or presenting. */
  readonly call: boolean
}

/** Everything the machine is told about where the person is. Each report replaces the one before it. */
export interface Signals {
  /** The device: in use, untouched for a while, or locked, asleep or with the browser closed. */
  readonly device: 'active' | 'idle' | 'away'
  readonly windows: readonly WindowSignal[]
  /** The id of the window that has the focus; `null` when another program has it. */
  readonly focused: string | null
  /** The person said "I am reading", so a still page counts as use. */
  readonly reading: boolean
  /** The person asked for quiet. */
  readonly quiet: boolean
}

/**
 * Where the person is.
 *
 * - `active`: at a page. `passive`: looking or listening without touching anything. Both count as screen time.
 * - `elsewhere`: in another program. Not counted, and not rest either.
 * - `idle` and `away`: not at the screen, as far as can be told. Long enough, it counts as rest.
 */
export type Presence = 'active' | 'passive' | 'elsewhere' | 'idle' | 'away'

/** Before anything is known: away, so nothing is counted and nothing shown. */
export const NO_SIGNALS: Signals = {
  device: 'away',
  windows: [],
  focused: null,
  reading: false,
  quiet: false,
}

export function presenceOf(signals: Signals): Presence {
  if (signals.device === 'away') return 'away'
  if (signals.device === 'active' && focusedWindow(signals)) return 'active'
  if ((signals.reading && signals.windows.length > 0) || signals.windows.some(isPlaying)) return 'passive'
  return signals.device === 'idle' ? 'idle' : 'elsewhere'
}

/** Whether time at the screen is being counted. */
export function isEngaged(signals: Signals): boolean {
  const presence = presenceOf(signals)
  return presence === 'active' || presence === 'passive'
}

/** Whether the person has left the screen. */
export function isAbsent(signals: Signals): boolean {
  const presence = presenceOf(signals)
  return presence === 'idle' || presence === 'away'
}

/** Whose time it is: the focused window's site, or else the one that plays, or else the first to be seen. */
export function siteInUse(signals: Signals): string {
  const window = focusedWindow(signals) ?? signals.windows.find(isPlaying) ?? signals.windows[0]
  return window?.site ?? ''
}

/** Whether nudges are to be held: full screen, a call, or because the person asked for quiet. */
export function isQuiet(signals: Signals): boolean {
  return signals.quiet || signals.windows.some(window => window.fullScreen || window.call)
}

function focusedWindow(signals: Signals): WindowSignal | undefined {
  return signals.windows.find(window => window.id === signals.focused)
}

function isPlaying(window: WindowSignal): boolean {
  return window.sound || window.fullScreen
}
