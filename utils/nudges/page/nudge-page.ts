import type { Answer, PageMessage, PageReport, SurfaceMessage, WatchMessage } from '../messages'
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

/** Takes charge of the surfaces in a frame. Nothing happens before the first `show` or `watch`. */
export function createNudgePage(page: Document, tell: (message: PageMessage) => void): NudgePage {
  let card: PageSurface<CardView> | null = null
  let rest: PageSurface<RestView> | null = null
  let watching: AbortController | null = null
  let resting: AbortController | null = null

  const leaveAll = () => {
    card?.leave()
    rest?.leave()
  }
  /** The person is not kept waiting for the background, which may be asleep, or gone with an update. */
  const answer = (answer: Answer) => {
    leaveAll()
    tell({ name: 'pacing.answer', payload: { answer } })
  }
  const newCard = () =>
    createCard(page, answer, () => {
      card = null
    })
  const newRest = (words: SurfaceMessage['words']) =>
    createRest(
      page,
      words,
      () => answer('back'),
      () => {
        rest = null
      },
    )

  const restInFrame = (on: boolean) => {
    if (!on) resting?.abort()
    if (on === (resting !== null)) return
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
      if (!view) leaveAll()
      else if (view.kind === 'rest') {
        card?.leave()
        rest ??= newRest(words)
        rest.show(view, words)
      } else {
        rest?.leave()
        card ??= newCard()
        card.show(view, words)
      }
      return true
    },
    watch({ on }) {
      if (on === (watching !== null)) return
      watching?.abort()
      watching = on ? new AbortController() : null
      const report = (payload: PageReport) => tell({ name: 'pacing.report', payload })
      if (watching) watchPage(page, report, watching.signal)
    },
  }
}
