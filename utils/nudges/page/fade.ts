/**
 * How long a surface takes to come or go, in milliseconds. Long, because a startled nervous system bears about a tenth
 * of full luminance a second (WCAG's relative luminance), and a dark card on a white page is all of it.
 */
export const FADE_MS = 18_000

/** Words on a card that is there already: their light is less. */
export const WORDS_FADE_MS = 10_000

/** Roughly how the eye's and the screen's light follows from a colour value. */
const GAMMA = 2.2
const STEPS = 32

/**
 * Opacity over time, between 0 and 1, such that light changes evenly: first that of a white page which darkens, then
 * that of white words which appear. The same backwards.
 */
export function opacityAt(share: number): number {
  if (share > 0.5) return 1 - opacityAt(1 - share)
  const light = 1 - 2 * share * (1 - 0.5 ** GAMMA)
  return 1 - light ** (1 / GAMMA)
}

/**
 * Fades one element in and out, and turns around midway without a jump. An animation and not a transition: it outlives
 * the element's removal and return, and no rule of the page's reaches it.
 */
export class Fade {
  readonly #animation: Animation
  #shown = false

  /** The element is invisible from now on. */
  constructor(
    private readonly element: HTMLElement,
    duration = FADE_MS,
  ) {
    const opacity = Array.from({ length: STEPS + 1 }, (_, step) => opacityAt(step / STEPS))
    this.#animation = element.animate({ opacity }, { duration, fill: 'both' })
    this.#animation.pause()
  }

  /** @returns whether it got there; false when it was turned around on the way. */
  async to(shown: boolean): Promise<boolean> {
    const arrived = this.#animation.playState !== 'running'
    if (shown === this.#shown && arrived) return true
    if (shown !== this.#shown) {
      this.#shown = shown
      this.#animation.playbackRate = shown ? 1 : -1
      this.#animation.play()
    }
    // Nobody sees a hidden page, and its clock for animations stands still.
    if (this.element.ownerDocument.hidden) this.#animation.finish()
    await this.#animation.finished
    return this.#shown === shown
  }
}
