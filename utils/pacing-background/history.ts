import { newsBetween } from '../history/day-record'
import { noteDays } from '../history/days'
import { eraseFromHistory, storeIntervals } from '../history/intervals'
import type { Forgotten } from '../pacing/forgotten'
import { createQueue } from '../queue'
import { forgetAside } from './stored-state'
import type { Turn, Turns } from './turns'

/** Keeps in the history what pacing counts, and erases it. */
export interface HistoryKeeper {
  /** Stores the screen time that is not known to be stored yet. */
  keepTime(): Promise<void>
  /** Stores what a turn means for the record of the day. */
  keepDay(turn: Turn): Promise<void>
  /** Erases for good: in the state first, so that nothing of it is stored again. */
  erase(forgotten: Forgotten): Promise<void>
}

/** What is stored is read from the state when its turn has come, never handed over: it may be erased meanwhile. */
export function createHistoryKeeper(turns: Pick<Turns, 'take' | 'state'>): HistoryKeeper {
  const oneAtATime = createQueue()
  return {
    keepTime: () =>
      oneAtATime(async () => {
        const { outbox } = (await turns.state()).ledger
        await storeIntervals(outbox)
        // All but the last stretch can be forgotten: that one may still grow.
        const last = outbox.at(-1)
        if (last && outbox.length > 1) await turns.take({ type: 'stored', through: last.to })
      }),
    async keepDay({ event, before, state }) {
      const news = event.type === 'forget' ? [] : newsBetween(before, state)
      if (news.length > 0) await oneAtATime(() => noteDays(news))
    },
    async erase(forgotten) {
      // Turns that are under way have handed in their news by then.
      await turns.state()
      await oneAtATime(async () => {
        await turns.take({ type: 'forget', forgotten })
        await forgetAside()
        await eraseFromHistory(forgotten)
      })
    },
  }
}
