/** How long after a touch what begins is taken to be asked for, in milliseconds. */
const GRACE_MS = 1200

/** How far from a player a touch may be and still be meant for it, in CSS pixels: controls stand around it. */
const NEAR_PX = 80

/** Remembers where the person last touched the page, by pointer or by key. */
export class Touch {
  #at = Number.NEGATIVE_INFINITY
  #place: DOMRectReadOnly | null = null

  /** @param onTouch is called at each touch, before the page hears of it. */
  constructor(page: Document, signal: AbortSignal, onTouch: () => void) {
    const touched = (event: Event) => {
      if (!event.isTrusted) return
      this.#at = event.timeStamp
      this.#place = placeOf(event)
      onTouch()
    }
    for (const type of ['pointerdown', 'pointerup', 'keydown', 'keyup']) {
      page.addEventListener(type, touched, { capture: true, passive: true, signal })
    }
  }

  /** @returns whether the person has just touched an element, or a place near it. */
  isNear(element: Element): boolean {
    if (performance.now() - this.#at > GRACE_MS || !this.#place) return false
    const { left, top, right, bottom } = element.getBoundingClientRect()
    // What has no place of its own, such as sound, may have its button anywhere.
    if (right - left < 1 || bottom - top < 1) return true
    const place = this.#place
    return (
      place.left < right + NEAR_PX &&
      place.right > left - NEAR_PX &&
      place.top < bottom + NEAR_PX &&
      place.bottom > top - NEAR_PX
    )
  }
}

function placeOf(event: Event): DOMRectReadOnly | null {
  if (event instanceof MouseEvent) return new DOMRectReadOnly(event.clientX, event.clientY)
  return (
    event
      .composedPath()
      .find(target => target instanceof Element)
      ?.getBoundingClientRect() ?? null
  )
}
