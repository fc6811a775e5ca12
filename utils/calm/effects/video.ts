import { HeldMedia } from '../motion/held-media'
import { Touch } from '../motion/touch'
import { type Root, watchRoots } from '../page/roots'
import type { Effect } from './effect'

/**
 * Keeps video and sound still that the person has not asked for. What they start by pointer or key, on the player or
 * near it, plays, the first time too, until it stops.
 */
export const video: Effect = {
  id: 'video',
  options: ['video'],
  movesLayout: false,
  apply(page, options, signal) {
    if (!options.video || signal.aborted) return
    const held = new HeldMedia()
    const touch: Touch = new Touch(page, signal, () => {
      for (const media of held.all()) if (touch.isNear(media)) held.hand(media)
    })
    const found = (root: Root) => {
      const begin = ({ target }: Event) => {
        if (target instanceof HTMLMediaElement && !touch.isNear(target)) held.hold(target)
      }
      // Once it plays, not when it is asked to: a promise that play() gave the page is then fulfilled, not broken.
      root.addEventListener('playing', begin, { capture: true, signal })
      for (const media of root.querySelectorAll<HTMLMediaElement>('video,audio')) {
        if (!media.paused && startsByItself(media)) held.hold(media)
      }
    }
    watchRoots(page, { found, changed: () => held.prune() }, signal)
    signal.addEventListener('abort', () => held.release())
  },
}

/** Where calm mode comes late, what plays aloud is taken to have been started by the person. */
function startsByItself(media: HTMLMediaElement): boolean {
  return media.muted || media.autoplay || media.volume === 0
}
