import type { Holder } from './holder'
import { Mover } from './mover'
import { letGo, settle } from './settle'

interface Frame {
  readonly element: HTMLIFrameElement
  readonly mover: Mover
  /** The attribute that names what the page wants to be shown and is not yet. */
  waiting: string | null
}

/** Holds frames that show one page after the other: the next is kept from coming until the frame is let go. */
export class MovedFrames implements Holder {
  readonly #frames = new WeakMap<HTMLIFrameElement, Frame>()
  readonly #held = new Set<Frame>()
  #changed = new Map<Frame, string>()

  note({ type, target, attributeName, oldValue }: MutationRecord): boolean {
    if (type !== 'attributes' || !/^src(doc)?$/.test(attributeName ?? '')) return false
    if (!(target instanceof HTMLIFrameElement)) return false
    const frame = this.#frames.get(target) ?? { element: target, mover: new Mover(), waiting: null }
    this.#frames.set(target, frame)
    if (this.#held.has(frame)) keep(frame, attributeName)
    // What is shown for the first time takes nobody's place.
    else if (!oldValue || oldValue === 'about:blank') return false
    this.#changed.set(frame, attributeName ?? '')
    return true
  }

  look(now: number, isTheirs: boolean): void {
    const changed = this.#changed
    this.#changed = new Map()
    for (const [frame, attribute] of changed) {
      const { element, mover } = frame
      if (isTheirs && !mover.held) continue
      if (mover.step(now, 'swap', element.offsetWidth * element.offsetHeight > 0) !== 'hold') continue
      this.#held.add(frame)
      keep(frame, attribute)
    }
  }

  settle(now: number): number {
    return settle(this.#held, frame => this.#free(frame), now)
  }

  letGo(): void {
    letGo(this.#held, frame => this.#free(frame))
  }

  #free(frame: Frame): void {
    this.#held.delete(frame)
    const { element, waiting } = frame
    frame.waiting = null
    // Given once more what it has, a frame loads it.
    if (waiting) element.setAttribute(waiting, element.getAttribute(waiting) ?? '')
  }
}

/** Stops what a frame was about to load. */
function keep(frame: Frame, attribute: string | null): void {
  try {
    frame.element.contentWindow?.stop()
    frame.waiting = attribute
  } catch {
    // It shows the page of another site, which cannot be asked to: what comes is shown.
  }
}
