import type { CorpusPage } from '../../../corpus'
import { isStill, type Motion, motionOf, tryPage } from './measure'
import { ask, type Shown, type Stage } from './stage'

/** How long something that moves is watched at a time, and something that is to be still, in ms. */
const GLANCE_MS = 600
const LOOK_MS = 1300

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
  await ask(
    () => motionOf(shown, GLANCE_MS),
    motion => !isRestless(motion),
    PATIENCE_MS,
  )
  const motion = await motionOf(shown, LOOK_MS)
  return isStill(motion) ? null : JSON.stringify(motion)
}

const isRestless = ({ share, unseen }: Motion): boolean => share > 0 || unseen
