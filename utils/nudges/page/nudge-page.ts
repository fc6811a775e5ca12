import type { Answer, PageMessage, PageReport, SurfaceMessage, SurfaceWords, WatchMessage } from '../messages'
import type { RestView } from '../surface-view'
import { type CardView, createCard, type PageSurface } from './card'
import { holdMedia } from './media'
import { createRest } from './rest'
import { watchPage } from './watch'

/** Luwte's surfaces in one frame of a page. */
export interface NudgePage {
  /** @returns whether this frame can show surfaces. Only the top one does; in the others, media rests along. */
  show(message: SurfaceMessage): boolean
  watch(message: WatchMessage): void
}

/** How long a line stays that answers what the person just did, in milliseconds, its coming included. */
const SAID_MS = 60_000

/**
 * Takes charge of the surfaces in a frame. Nothing happens before the first `show` or `watch`.
 *
 * @param tell tells the background, and gives the line it says back; null for none.
 */
export function createNudgePage(
  page: Document,
  tell: (message: PageMessage) => Promise<string | null>,
): NudgePage {
  let card: PageSurface<CardView> | null = null
  let rest: PageSurface<RestView> | null = null
  let watching: AbortController | null = null
  let resting: AbortController | null = null
  let saying: ReturnType<typeof setTimeout> | undefined

  const leaveAll = () => {
    endSaying()
    card?.leave()
    rest?.leave()
  }
  const endSaying = () => {
    clearTimeout(saying)
    saying = undefined
  }
  const say = (line: string, words: SurfaceWords) => {
    endSaying()
    showCard({ kind: 'notice', line }, words)
    saying = setTimeout(leaveAll, SAID_MS)
  }
  /** The person is not kept waiting for the background, which may be asleep, or gone with an update. */
  const answer = async (answer: Answer, words: SurfaceWords) => {
    leaveAll()
    const line = await tell({ name: 'pacing.answer', payload: { answer } })
    if (line) say(line, words)
  }
  const showCard = (view: CardView, words: SurfaceWords) => {
    card ??= createCard(
      page,
      given => void answer(given, words),
      () => {
        card = null
      },
    )
    card.show(view, words)
  }
  const showRest = (view: RestView, words: SurfaceWords) => {
    rest ??= createRest(
      page,
      words,
      () => void answer('back', words),
      () => {
        rest = null
      },
    )
    rest.show(view, words)
  }

  const restInFrame = (on: boolean) => {
    if (on === (resting !== null)) return
    resting?.abort()
    resting = on ? new AbortController() : null
    if (resting) holdMedia(page, resting.signal)
  }

  return {
    show({ view, words }) {
      if (page.defaultView !== page.defaultView?.top) {
        restInFrame(view?.kind === 'rest')
        return false
      }
      // Elsewhere a `div` is no element of HTML: a drawing, a feed.
      if (!(page.documentElement instanceof HTMLElement)) return false
      if (!view) {
        rest?.leave()
        // What is said takes itself away.
        if (saying === undefined) card?.leave()
        return true
      }
      endSaying()
      if (view.kind === 'rest') {
        card?.leave()
        showRest(view, words)
      } else {
        rest?.leave()
        showCard(view, words)
      }
      return true
    },
    watch({ on }) {
      if (on === (watching !== null)) return
      watching?.abort()
      watching = on ? new AbortController() : null
      const report = (payload: PageReport) => void tell({ name: 'pacing.report', payload })
      if (watching) watchPage(page, report, watching.signal)
    },
  }
}
