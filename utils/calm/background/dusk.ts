import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import { nearestAllowed } from '../options'

/** How far the evening had come when calm mode was last told. The browser keeps what it runs in pages as long. */
const KEY = 'dusk'

export async function currentDusk(): Promise<number> {
  const { [KEY]: stored } = await browser.storage.local.get(KEY)
  return nearestAllowed('dusk', z.catch(z.number(), 0).parse(stored))
}

export async function keepDusk(dusk: number): Promise<void> {
  await browser.storage.local.set({ [KEY]: dusk })
}
