import type { Moment } from '../pacing/event'
import { temporal } from '../time/temporal'
import { skippedMs } from './test-clock'

/** @returns what time it is, and where the device is. */
export async function moment(): Promise<Moment> {
  return { at: (await instant()) ?? Date.now(), zone: temporal().Now.timeZoneId() }
}

/** How far the clock of an end-to-end test runs ahead. Null, and no code at all, in every other build. */
async function instant(): Promise<number | null> {
  return import.meta.env.MODE === 'e2e' ? Date.now() + (await skippedMs()) : null
}
