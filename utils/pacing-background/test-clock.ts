import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import type { Signals } from '../pacing/presence'

/**
 * End-to-end tests drive the clock: nobody waits a quarter of an hour for a block to end. All of this is reached
 * behind `import.meta.env.MODE === 'e2e'` alone, so that no other build holds it.
 */
const KEY = 'testClock'

const clockSchema = z.object({
  /** How far the clock runs ahead of the device's, milliseconds. Outlives the background and the browser. */
  skippedMs: z.number(),
  /** Where the person is said to be; null for what the browser says. */
  device: z.nullable(z.enum(['active', 'idle', 'away'])),
})
type Clock = z.output<typeof clockSchema>

const REAL: Clock = { skippedMs: 0, device: null }

const orderSchema = z.union([
  /** Lets time pass, with the alarm ringing whenever it was asked for. */
  z.object({ advanceMs: z.number() }),
  /** Lets time pass with nothing running: the device sleeps. */
  z.object({ sleepMs: z.number() }),
  z.object({ device: clockSchema.shape.device }),
])

/** What a test moves. */
export interface Clockwork {
  /** The alarm's listener; resolves once all of it is done. */
  ring(): Promise<void>
  /** How far off the alarm is, milliseconds; null for none. */
  alarmInMs(): Promise<number | null>
}

export async function skippedMs(): Promise<number> {
  return (await clock()).skippedMs
}

export async function chosenDevice(): Promise<Signals['device'] | null> {
  return (await clock()).device
}

/**
 * Obeys orders that come in by a port named "e2e.clock". Says "here" first, since a port to a background that is just
 * ending may lead nowhere; answers each order when it is carried out, by "done" or by what went wrong.
 */
export function listenToTestClock(clockwork: Clockwork): void {
  browser.runtime.onConnect.addListener(port => {
    if (port.name !== 'e2e.clock') return
    port.onMessage.addListener(order => {
      void obey(order, clockwork).then(
        () => port.postMessage('done'),
        error => port.postMessage(String(error)),
      )
    })
    port.postMessage('here')
  })
}

async function obey(given: unknown, clockwork: Clockwork): Promise<void> {
  const order = orderSchema.parse(given)
  if ('device' in order) {
    await change({ device: order.device })
    await clockwork.ring()
  } else if ('sleepMs' in order) {
    await skip(order.sleepMs)
  } else {
    await advance(order.advanceMs, clockwork)
  }
}

async function advance(ms: number, clockwork: Clockwork): Promise<void> {
  let left = ms
  for (;;) {
    const next = await clockwork.alarmInMs()
    if (next === null || next > left) break
    await skip(Math.max(next, 0))
    await clockwork.ring()
    left -= Math.max(next, 1)
  }
  await skip(left)
}

async function skip(ms: number): Promise<void> {
  await change({ skippedMs: (await skippedMs()) + ms })
}

async function change(changes: Partial<Clock>): Promise<void> {
  await browser.storage.local.set({ [KEY]: { ...(await clock()), ...changes } })
}

async function clock(): Promise<Clock> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return z.catch(clockSchema, REAL).parse(stored)
}
