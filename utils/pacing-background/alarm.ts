import { browser } from 'wxt/browser'
import { MINUTE_MS } from '../pacing/timing'

const NAME = 'pacing'

/** Chrome rings no alarm sooner than this (chrome.alarms, since Chrome 120). */
const SOONEST_ALARM_MS = MINUTE_MS / 2

let timer: ReturnType<typeof setTimeout> | undefined

/** Calls `rang` at each alarm. Call it at the top level of the background. */
export function onAlarm(rang: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === NAME) rang()
  })
}

/**
 * Sets the one alarm in place of the one before. Nearer than an alarm can ring, a timer rings as well, for as long as
 * the background lives; should it end before, the alarm is late and nothing is lost.
 *
 * @param inMs how far off, milliseconds; null for none.
 */
export async function setAlarm(inMs: number | null, rang: () => void): Promise<void> {
  clearTimeout(timer)
  if (inMs === null) {
    await browser.alarms.clear(NAME)
    return
  }
  if (inMs < SOONEST_ALARM_MS) timer = setTimeout(rang, inMs)
  await browser.alarms.create(NAME, { when: Date.now() + Math.max(inMs, SOONEST_ALARM_MS) })
}
