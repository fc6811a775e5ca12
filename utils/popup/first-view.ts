import { OPTION_IDS } from '../calm/options'
import type { CalmPageState } from '../calm/page-state'
import { SCHEMES, type Scheme } from '../looks/scheme'
import { GAP_MS } from '../pacing/timing'
import type { PacingView, Progress } from '../pacing-view'
import { filledAt } from './filled'

/** What the popup can draw before anybody has answered. */
export interface FirstView {
  readonly calm: CalmPageState
  readonly pacing: PacingView
  readonly scheme: Scheme
}

/** The popup that knows nothing yet and asks. */
export const PLAIN_POPUP = '/popup.html'

/** Raised when what a view holds changes its meaning: one that was written for another number is not used. */
const FORMAT = 1

/**
 * The popup's address with what it shows in it. The browser keeps it with the tab, in memory alone, and hands it to the popup
 * with the press on the icon: nothing is read, asked or woken before the popup can be drawn.
 */
export function addressWith(view: FirstView): string {
  const text = JSON.stringify({ format: FORMAT, ...view })
  return `${PLAIN_POPUP}?tab=${view.calm.tabId}#${encodeURIComponent(text)}`
}

/**
 * The view in the popup's address, as it is now.
 *
 * @param now epoch milliseconds.
 * @returns null where there is none, it is damaged, for another tab or of another version, or too old to be true.
 */
export function viewIn({ search, hash }: { search: string; hash: string }, now: number): FirstView | null {
  const view = parse(hash.slice(1))
  if (!isView(view) || String(view.calm.tabId) !== new URLSearchParams(search).get('tab')) return null
  const { calm, pacing, scheme } = view
  if (pacing.progress && !isRecent(pacing.progress, now)) return null
  return { calm, pacing: { ...pacing, ...filledAt(pacing.progress, now, pacing.showMinutes) }, scheme }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return null
  }
}

/** What runs is seen anew with every heartbeat. Otherwise the device has slept, or its clock was moved. */
function isRecent({ at }: Progress, now: number): boolean {
  return Math.abs(now - at) < GAP_MS
}

type Fields = Readonly<Record<string, unknown>>

/** Values of the same kinds as those a view must have; a string in an array stands for one that may be null. */
const CALM = {
  tabId: 0,
  site: [''],
  subdomain: [''],
  setApart: false,
  obstacle: [''],
  on: false,
  level: 0,
  lastLevel: 0,
  where: '',
  ownSettings: false,
  muted: false,
  options: Object.fromEntries(OPTION_IDS.map(id => [id, 0])),
  adjustments: {},
}
const PACING = {
  tabId: 0,
  site: [''],
  phase: '',
  wasAway: false,
  hold: '',
  pausedUntil: [''],
  progress: [{ at: 0, doneMs: 0, thenMs: 0, wholeMs: 0 }],
  showMinutes: false,
  blockMinutes: 0,
  restMinutes: 0,
  energy: [''],
  dayMinutes: [0],
  siteMinutes: [0],
  acrossDevices: false,
  lowDay: false,
  eveningLight: [false],
  quiet: false,
  reading: false,
}

function isView(value: unknown): value is FirstView {
  if (!isLike(value, { format: FORMAT, calm: CALM, pacing: PACING, scheme: '' })) return false
  const { format, scheme } = value as Fields
  return format === FORMAT && SCHEMES.some(known => known === scheme)
}

function isLike(value: unknown, kind: unknown): boolean {
  if (Array.isArray(kind)) return value === null || isLike(value, kind[0])
  if (typeof kind !== 'object' || kind === null) return typeof value === typeof kind
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(kind).every(([name, field]) => isLike((value as Fields)[name], field))
}
