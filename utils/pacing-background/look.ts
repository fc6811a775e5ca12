import { type Browser, browser } from 'wxt/browser'
import { hostOf, siteOf } from '../calm/sites'
import type { Report } from '../pacing/event'
import type { Signals, WindowSignal } from '../pacing/presence'
import { isCall } from './call-sites'
import { isFullScreen } from './full-screen'
import { chosenDevice } from './test-clock'

/**
 * How long nothing may be touched before the person counts as gone, seconds. Who reads slowly touches little: shorter
 * would make a still page look like an empty chair.
 */
const IDLE_SECONDS = 120

/** The one window where the browser has no windows to speak of (Firefox for Android). */
const ONLY_WINDOW = 'only'

/** Has the browser say so when the device is left and taken up again. */
export function watchDevice(changed: () => void): void {
  browser.idle?.setDetectionInterval(IDLE_SECONDS)
  browser.idle?.onStateChanged.addListener(changed)
}

/** @returns where the person is, as reports: the windows first, so that no nudge outruns a full screen. */
export async function look(): Promise<Report[]> {
  const [seen, device] = await Promise.all([visibleWindows(), deviceState()])
  return [
    { type: 'windows', ...seen },
    { type: 'device', device },
  ]
}

/** Firefox has no "locked": there a locked device is idle, which rests just as well. */
async function deviceState(): Promise<Signals['device']> {
  if (import.meta.env.MODE === 'e2e') {
    const chosen = await chosenDevice()
    if (chosen) return chosen
  }
  const state = (await browser.idle?.queryState(IDLE_SECONDS)) ?? 'active'
  return state === 'locked' ? 'away' : state
}

async function visibleWindows(): Promise<Pick<Signals, 'windows' | 'focused'>> {
  const fronts = await browser.tabs.query({ active: true })
  if (!browser.windows) {
    const [front] = fronts
    return { windows: front ? [await signalOf(front, ONLY_WINDOW, false)] : [], focused: ONLY_WINDOW }
  }
  const [all, last] = await Promise.all([
    browser.windows.getAll({ windowTypes: ['normal', 'popup'] }),
    browser.windows.getLastFocused(),
  ])
  const visible = all.filter(({ state }) => state !== 'minimized')
  const signals = visible.map(({ id, state }) => {
    const front = fronts.find(({ windowId }) => windowId === id)
    return front ? signalOf(front, String(id), state === 'fullscreen') : null
  })
  const windows = (await Promise.all(signals)).filter(signal => signal !== null)
  // Not the first that says it is focused: where the browser draws no windows, all of them say so.
  return { windows, focused: last.focused ? String(last.id) : null }
}

async function signalOf(
  front: Browser.tabs.Tab,
  id: string,
  windowIsFullScreen: boolean,
): Promise<WindowSignal> {
  const host = hostOf(front.url)
  return {
    id,
    site: host === null ? '' : siteOf(host),
    sound: (front.audible ?? false) && !(front.mutedInfo?.muted ?? false),
    fullScreen: windowIsFullScreen || (front.id !== undefined && (await isFullScreen(front.id))),
    call: host !== null && isCall(host),
  }
}
