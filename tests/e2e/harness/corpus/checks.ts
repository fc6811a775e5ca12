import type { CorpusPage } from '../../../corpus'
import { isStill, motionOf, tryPage } from './measure'
import { ask, type Shown, type Stage } from './stage'

/** How long a page is watched at a time, in ms: longer than any page of the corpus waits between two of its slides. */
const LOOK_MS = 2000

/** How long a page is given to come to rest. */
const PATIENCE_MS = 10_000

/** @returns what still moves on a page that is calm from before it loads; null when nothing does. */
export function whatMoves(stage: Stage, page: CorpusPage): Promise<string | null> {
  return stage.show(page, true, restless)
}

/** @returns what is wrong on a page that has to go on working while it is calm from before it loads; null for nothing. */
export async function whatFails(stage: Stage, page: CorpusPage): Promise<string | null> {
  const title = await tryPage(stage, page, 'on')
  return title === 'works' ? null : title
}

/** @returns what still moves, or what the page threw. */
async function restless(shown: Shown): Promise<string | null> {
  const motion = await ask(() => motionOf(shown, LOOK_MS), isStill, PATIENCE_MS)
  return isStill(motion) ? null : JSON.stringify(motion)
}
