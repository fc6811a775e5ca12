import { setTimeout as delay } from 'node:timers/promises'
import { type CorpusPage, pathOf, WAITS } from '../../../corpus'
import { differingShare } from '../pixels'
import { ask, type OpenPage, type Shown, type Stage, unseenOf } from './stage'

/** How a page meets calm mode: not at all, from before it loads, or when it has run for a while. */
export type When = 'off' | 'on' | 'late'

/** How long a page has run when calm mode is switched on late, and how long it is given to come to rest, in ms; twice that when it has not by then. */
const RUN_BEFORE_MS = 2000
const REST_WITHIN_MS = 2000

/** How long a page is watched, in ms. */
const WATCH_MS = 2000

/** Much longer than anything that a page under `works` waits for: a busy machine is no fault of the page's. */
const WORK_WITHIN_MS = 20_000

export interface Motion {
  /** Share of pixels that move, from 0 to 1. */
  readonly share: number
  /** The title, the icon or sound goes on, which no pixel of the page shows. */
  readonly unseen: boolean
  /** What the page threw and nobody caught. */
  readonly errors: readonly string[]
}

export const isStill = ({ share, unseen, errors }: Motion): boolean =>
  share === 0 && !unseen && errors.length === 0

/** Measures what still moves on a page over about two seconds, once it has had time to come to rest. */
export function measureMotion(stage: Stage, page: CorpusPage, when: When): Promise<Motion> {
  return stage.show(pathOf(page), when === 'on', async shown => {
    if (when === 'late') await turnCalmLate(shown)
    await delay(REST_WITHIN_MS)
    const motion = await motionOf(shown)
    // On a busy machine a page needs longer to do what makes it come to rest.
    return when === 'off' || isStill(motion) ? motion : motionOf(shown)
  })
}

/** Turns calm mode on when a page has run for a while. */
export async function turnCalmLate(shown: Shown): Promise<void> {
  await delay(RUN_BEFORE_MS)
  await shown.switchCalm(true)
}

/** What moves on a page that is shown. @throws when it was not seen, so that no page passes for that. */
export async function motionOf(shown: OpenPage, ms = WATCH_MS): Promise<Motion> {
  const [[first, ...others], unseen] = await Promise.all([shown.watch(ms), isUnseenMoving(shown, ms)])
  if (!first) throw new Error('the page was not seen')
  const share = Math.max(0, ...others.map(picture => differingShare(first, picture)))
  return { share, unseen, errors: shown.errors }
}

/** Not a divisor of a second, so that what flashes is not met in the same phase each time. */
const APART_MS = 370

async function isUnseenMoving(shown: OpenPage, ms: number): Promise<boolean> {
  const found = new Set([await unseenOf(shown)])
  for (const until = Date.now() + ms; Date.now() < until; ) {
    await delay(APART_MS)
    found.add(await unseenOf(shown))
  }
  return found.size > 1
}

/**
 * Uses a page as its person would.
 * @returns `works`, or what is wrong.
 */
export function tryPage(stage: Stage, page: CorpusPage, when: When): Promise<string> {
  return stage.show(pathOf(page), when === 'on', async shown => {
    if (when === 'late') await shown.switchCalm(true)
    await shown.act(page.person)
    const title = await ask(shown.title, title => title !== WAITS, WORK_WITHIN_MS)
    return shown.errors.length > 0 ? shown.errors.join('; ') : title
  })
}
