import type { Person } from './gate'
import { bare, method, prototypeOf } from './natives'

/** How long after an input what moves is taken for the person's doing, in milliseconds. */
const GRACE_MS = 1200

/** What a person does to a page to make it act. */
const PRESSES = ['pointerdown', 'pointerup', 'click', 'keydown', 'touchstart', 'touchend', 'input', 'drop']

/** What else shows that they are here. Moving the pointer over a page asks nothing of it. */
const PRESENCE = ['wheel', 'scroll', 'touchmove']

/** A script's scrolling is heard of within this, in milliseconds. */
const SCROLL_ECHO_MS = 200

const listen = method(prototypeOf('EventTarget'), 'addEventListener')

/** Listens for what the person does; a page's own events do not count. */
export class PageInput implements Person {
  #acted = -GRACE_MS
  #here = -GRACE_MS
  #scripted = -SCROLL_ECHO_MS

  /**
   * @param now answers milliseconds
   * @param let go what is to go on when the person acts
   */
  constructor(
    private readonly now: () => number,
    private readonly letGo: () => void,
  ) {}

  listenTo(view: Window): void {
    for (let at = 0; at < PRESSES.length; at++) this.#on(view, PRESSES[at] as string, () => this.#act())
    this.#on(view, 'pointermove', event => {
      if ((event as PointerEvent).buttons > 0) this.#act()
    })
    for (let at = 0; at < PRESENCE.length; at++) this.#on(view, PRESENCE[at] as string, () => this.#beHere())
    // What scrolling brings into view may have to appear.
    this.#on(view, 'scrollend', () => {
      if (this.isHere()) this.letGo()
    })
  }

  isHere(): boolean {
    return this.now() - this.#here < GRACE_MS
  }

  isActing(): boolean {
    return this.now() - this.#acted < GRACE_MS
  }

  /** A script has scrolled: the event that follows is not the person's. */
  scriptScrolled(): void {
    this.#scripted = this.now()
  }

  #act(): void {
    const lets = !this.isActing()
    this.#acted = this.#here = this.now()
    if (lets) this.letGo()
  }

  #beHere(): void {
    if (this.now() - this.#scripted > SCROLL_ECHO_MS) this.#here = this.now()
  }

  #on(view: Window, type: string, then: (event: Event) => void): void {
    const heard = (event: Event) => {
      if (event.isTrusted) then(event)
    }
    listen(view, type, heard, bare({ capture: true, passive: true }))
  }
}
