import { make } from './elements'
import { Fade, WORDS_FADE_MS } from './fade'

/** In for 4 seconds and out for 6, for 3 minutes; milliseconds. */
const IN_MS = 4000
const OUT_MS = 6000
const ROUNDS = 18

/** How much of the glow's light there is between breaths and at the top of one, as shares. */
const EMPTY = { opacity: 0.2, easing: 'ease-in-out' }
const FULL = { opacity: 1, easing: 'ease-in-out' }

export interface Breathing {
  readonly element: HTMLElement
  /** Begins, or stops at any moment. */
  set(on: boolean): void
  /** Stands still with the light it has: while the page's light comes back, no other is to be added to it. */
  freeze(): void
}

/**
 * A glow that grows and fades to breathe along with; words that stand still where motion is unwanted. It grows by light
 * alone: it is faint at its rim, so more of it can be seen the lighter it is, and nothing moves.
 *
 * @param ended called when it stops by itself after three minutes.
 */
export function createBreathing(page: Document, words: string, ended: () => void): Breathing {
  const still = page.defaultView?.matchMedia('(prefers-reduced-motion: reduce)').matches ?? false
  const shape = still ? make(page, 'p', '', words) : make(page, 'div', 'shape')
  const holder = make(page, 'div', 'all', shape)
  const element = make(page, 'div', 'breath', holder)
  if (!still) element.ariaHidden = 'true'
  const fade = new Fade(holder, WORDS_FADE_MS)
  let motion: Animation | undefined

  return {
    element,
    set(on) {
      if (!on) {
        void fade.to(false).then(left => {
          if (!left) return
          motion?.cancel()
          motion = undefined
          element.classList.remove('on')
        })
        return
      }
      element.classList.add('on')
      void fade.to(true)
      if (still || motion) return
      motion = shape.animate([{ ...EMPTY }, { ...FULL, offset: IN_MS / (IN_MS + OUT_MS) }, { ...EMPTY }], {
        duration: IN_MS + OUT_MS,
        iterations: ROUNDS,
        fill: 'both',
      })
      motion.addEventListener('finish', ended)
    },
    freeze() {
      motion?.commitStyles()
      motion?.cancel()
      motion = undefined
    },
  }
}
