import { setTimeout as delay } from 'node:timers/promises'
import { type CorpusPage, WAITS } from '../../../corpus'
import { residualMotion } from '../residual-motion'
import { ask, type Shown, type Stage } from './stage'

/** How a page meets calm mode: not at all, from before it loads, or when it has run for a while. */
export type When = 'off' | 'on' | 'late'

/** How long a page has run when calm mode is switched on late, and how long it is given to come to rest, in ms. */
const RUN_BEFORE_MS = 2000
const REST_WITHIN_MS = 2000

/** Longer than anything that a page under `works` waits for. */
const WORK_WITHIN_MS = 9000

export interface Motion {
  /** Share of pixels that move, from 0 to 1. */
  readonly share: number
  /** The title, the icon or sound goes on, which no pixel of the page shows. */
  readonly unseen: boolean
}

export const isStill = ({ share, unseen }: Motion): boolean => share === 0 && !unseen

/** Measures what still moves on a page over about two seconds, once it has had time to come to rest. */
export function measureMotion(stage: Stage, page: CorpusPage, when: When): Promise<Motion> {
  return stage.show(page, when === 'on', async shown => {
    if (when === 'late') {
      await delay(RUN_BEFORE_MS)
      await shown.switchCalm(true)
    }
    await delay(REST_WITHIN_MS)
    return motionOf(shown)
  })
}

/** What moves on a page that is shown. */
export async function motionOf(shown: Shown, enough?: number): Promise<Motion> {
  const before = await shown.unseen()
  const share = await residualMotion(shown.picture, enough)
  return { share, unseen: before !== (await shown.unseen()) }
}

/**
 * Uses a page as its person would.
 * @returns `works`, or what is wrong.
 */
export function tryPage(stage: Stage, page: CorpusPage, when: When): Promise<string> {
  return stage.show(page, when === 'on', async shown => {
    if (when === 'late') await shown.switchCalm(true)
    await shown.act(page.person)
    const title = await ask(shown.title, title => title !== WAITS, WORK_WITHIN_MS)
    return shown.errors.length > 0 ? shown.errors.join('; ') : title
  })
}
