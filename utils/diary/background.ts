import { browser } from 'wxt/browser'
import * as z from 'zod/mini'
import type { Handlers } from '../messaging/serve'
import { moment } from '../pacing-background/moment'
import { currentPreferences, history, turns } from '../pacing-background/pacing'
import { dayAt } from '../time/day'
import type { DiaryState } from './diary-state'

/** On this device: that somebody keeps a diary tells of their health, and does not travel. */
const KEY = 'keepsDiary'

/** The answers to every request of the diary page. */
export const diaryRequests: Pick<Handlers, 'diary.state' | 'diary.keep' | 'history.erase'> = {
  'diary.state': diaryState,
  'diary.keep': async ({ on }) => {
    await browser.storage.local.set({ [KEY]: on })
    return diaryState()
  },
  'history.erase': async ({ forgotten }) => {
    await history.erase(forgotten)
    return null
  },
}

async function diaryState(): Promise<DiaryState> {
  const [{ [KEY]: stored }, { cycle }, { at, zone }, { rolloverMinute }] = await Promise.all([
    browser.storage.local.get(KEY),
    turns.state(),
    moment(),
    currentPreferences(),
  ])
  return {
    keeps: z.catch(z.boolean(), false).parse(stored),
    today: dayAt(at, { zone, rolloverMinute }).key,
    resting: cycle.phase === 'rest',
  }
}
