import { type CorpusPage, pathOf } from '../../../corpus'
import { isStill, motionOf, tryPage, turnCalmLate, type When } from './measure'
import { ask, isDimmed, type OpenPage, type Stage } from './stage'

/** How long a page is watched at a time, in ms: longer than any page of the corpus waits between two of its slides. */
const LOOK_MS = 2000

/** The same for pages that move without a pause. */
const BRIEF_LOOK_MS = 1200
const GLIMPSE_MS = 600

/** How long a page is given to come to rest, or to move again. */
const PATIENCE_MS = 20_000

/** @returns what still moves on a page that is calm; null when nothing does. */
export function whatMoves(
  stage: Stage,
  page: CorpusPage,
  when: Exclude<When, 'off'>,
): Promise<string | null> {
  return stage.show(pathOf(page), when === 'on', async shown => {
    if (when === 'late') await turnCalmLate(shown)
    const left = await untilStill(shown)
    return left === 'still' ? null : left
  })
}

/** @returns what is wrong on a page that has to go on working while it is calm; null for nothing. */
export async function whatFails(
  stage: Stage,
  page: CorpusPage,
  when: Exclude<When, 'off'>,
): Promise<string | null> {
  const title = await tryPage(stage, page, when)
  return title === 'works' ? null : title
}

/** What a page does before calm mode comes, once it has come late, loaded again with it, and when it has gone. */
export interface Moments {
  readonly before: string
  readonly late: string
  readonly start: string
  readonly after: string
}

export const STILLED: Moments = { before: 'moves', late: 'still', start: 'still', after: 'moves' }

/** Takes a page through all that may happen to it with calm mode. */
export function momentsOf(stage: Stage, page: CorpusPage): Promise<Moments> {
  return stage.show(pathOf(page), false, async shown => {
    const before = await untilMoving(shown)
    await shown.switchCalm(true)
    const late = await untilStill(shown, BRIEF_LOOK_MS)
    await shown.reload()
    const start = await untilStill(shown, BRIEF_LOOK_MS)
    await shown.switchCalm(false)
    // Its light comes back slowly, which is no movement of the page's.
    await ask(
      () => isDimmed(shown),
      dimmed => !dimmed,
      PATIENCE_MS,
    )
    return { before, late, start, after: await untilMoving(shown) }
  })
}

/** @returns `still`, or what still moves and what the page threw. */
async function untilStill(page: OpenPage, ms = LOOK_MS): Promise<string> {
  const motion = await ask(() => motionOf(page, ms), isStill, PATIENCE_MS)
  return isStill(motion) ? 'still' : JSON.stringify(motion)
}

async function untilMoving(page: OpenPage): Promise<string> {
  const moves = async () => {
    const { share, unseen } = await motionOf(page, GLIMPSE_MS)
    return share > 0 || unseen
  }
  return (await ask(moves, moves => moves, PATIENCE_MS)) ? 'moves' : 'still'
}
