/** One place of a page in which a picture is held. Starts at rest. */
export interface Hold {
  rest(): void
  /** Shows the picture as the page has it. Also ends the hold, without a trace. */
  play(): void
  /** Whether it has set this address on the element. */
  sets?(address: string): boolean
}

/**
 * Holds by style, without a change in the DOM: an animation of no length that stays at its end. It reaches into every
 * shadow root and to pseudo-elements, and goes wherever the element goes.
 *
 * What the styles show is loaded on whose behalf they are worked out first. Asked for here, that is the extension, whose
 * pictures the page's policy neither forbids nor reports; left to the next paint, it would be the page.
 */
export function holdByStyle(element: Element, styles: Keyframe, pseudoElement?: string): Hold {
  const options = { duration: 0, fill: 'forwards' } as const
  const animation = element.animate([styles], pseudoElement ? { ...options, pseudoElement } : options)
  // A later one that shows something else in the same place would otherwise end it.
  animation.persist()
  const hold: Hold = {
    rest() {
      animation.finish()
      void getComputedStyle(element, pseudoElement).content
    },
    play: () => animation.cancel(),
  }
  hold.rest()
  return hold
}
