import type { Person } from './gate'
import { bare, getter, method, newSet, prototypeOf } from './natives'

/** How long after an input what moves is taken for the person's doing, in milliseconds. */
const GRACE_MS = 1200

/** Who goes on using a page, as in a game, is given more time between two inputs: this share of the time they have. */
const GROWTH = 0.3
const MOST_GRACE_MS = 5000

/** What a person does to a page to make it act. */
const PRESSES = ['pointerdown', 'pointerup', 'click', 'keydown', 'touchstart', 'touchend', 'input', 'drop']

/** What else shows that they are here. Moving the pointer over a page asks nothing of it. */
const PRESENCE = ['wheel', 'scroll', 'touchmove']

/** A script's scrolling is heard of within this, in milliseconds. */
const SCROLL_ECHO_MS = 200

/** How a held pointer is let go of. */
const RELEASES = ['pointerup', 'pointercancel', 'dragend', 'drop']

const POINTER = 'pointer'

const listen = method(prototypeOf('EventTarget'), 'addEventListener')

const buttonsOf = getter(prototypeOf('MouseEvent'), 'buttons')
const keyOf = getter(prototypeOf('KeyboardEvent'), 'code')

/** Listens for what the person does; a page's own events do not count. */
export class PageInput implements Person {
  #acted = -GRACE_MS
  #here = -GRACE_MS
  #scripted = -SCROLL_ECHO_MS
  /** Since when they have gone on acting. */
  #since = -GRACE_MS
  /** The keys and pointers that are held down. */
  readonly #down = newSet<string>()
  /** What hears the person: always the same functions, which a browser adds but once. */
  readonly #listeners = newSet<{ readonly type: string; readonly heard: (event: Event) => void }>()

  /**
   * @param now answers milliseconds
   * @param letGo what is to go on when the person acts
   * @param signal ends the listening
   */
  constructor(
    private readonly now: () => number,
    private readonly letGo: () => void,
    private readonly signal?: AbortSignal,
  ) {}

  /** Listens, or listens again where a page may have taken its window's listeners away. */
  listenTo(view: Window): void {
    if (this.#listeners.size === 0) this.#prepare()
    this.#listeners.forEach(({ type, heard }) => {
      listen(
        view,
        type,
        heard,
        bare({ capture: true, passive: true, ...(this.signal && { signal: this.signal }) }),
      )
    })
  }

  #prepare(): void {
    for (let at = 0; at < PRESSES.length; at++) this.#on(PRESSES[at] as string, () => this.#act())
    this.#on('pointermove', event => {
      if (buttonsOf(event as MouseEvent) > 0) this.#act()
      else this.#down.delete(POINTER)
    })
    this.#on('pointerdown', () => this.#down.add(POINTER))
    for (let at = 0; at < RELEASES.length; at++) {
      this.#on(RELEASES[at] as string, () => this.#down.delete(POINTER))
    }
    this.#on('keydown', event => {
      const code = codeOf(event)
      if (code) this.#down.add(code)
    })
    this.#on('keyup', event => this.#down.delete(codeOf(event)))
    this.#on('blur', () => this.#down.clear())
    // Who types is not playing: what moves beside the text is not what they are after.
    this.#on('input', () => {
      this.#since = this.now()
    })
    for (let at = 0; at < PRESENCE.length; at++) this.#on(PRESENCE[at] as string, () => this.#beHere())
    // What scrolling brings into view may have to appear.
    this.#on('scrollend', () => {
      if (this.isHere()) this.letGo()
    })
  }

  isHere(): boolean {
    return this.now() - this.#here < GRACE_MS || this.isActing()
  }

  isActing(): boolean {
    return this.#down.size > 0 || this.now() - this.#acted < this.#grace()
  }

  /** A script has scrolled: the event that follows is not the person's. */
  scriptScrolled(): void {
    this.#scripted = this.now()
  }

  #act(): void {
    const now = this.now()
    const lets = !this.isActing()
    if (now - this.#acted >= this.#grace()) this.#since = now
    this.#acted = this.#here = now
    if (lets) this.letGo()
  }

  #grace(): number {
    const grown = GRACE_MS + GROWTH * (this.#acted - this.#since)
    return grown < MOST_GRACE_MS ? grown : MOST_GRACE_MS
  }

  #beHere(): void {
    if (this.now() - this.#scripted > SCROLL_ECHO_MS) this.#here = this.now()
  }

  #on(type: string, then: (event: Event) => void): void {
    const heard = (event: Event) => {
      if (event.isTrusted) then(event)
    }
    this.#listeners.add({ type, heard })
  }
}

/** A browser that fills in a form by itself says so by an event that is no key's. */
function codeOf(event: Event): string {
  try {
    return keyOf(event as KeyboardEvent)
  } catch {
    return ''
  }
}
