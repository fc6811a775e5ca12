import { hear, isUnheard, meet, SAY, say, sayWord } from '../page-world/meeting'
import { knownRoots, lookInto, type Root, watchRoots } from './roots'

/** What there is to hold: what scripts move on the page, and what they change on its tab. */
type Part = 'page' | 'tab'

const HOLD: Readonly<Record<Part, string>> = { page: SAY.hold, tab: SAY.holdTab }
const LET_GO: Readonly<Record<Part, string>> = { page: SAY.letGo, tab: SAY.letGoTab }

const worlds = new WeakMap<Document, PageWorld>()

/** @returns the link from here to the script in the page's own world, one for each document. */
export function pageWorldOf(page: Document): PageWorld {
  const known = worlds.get(page) ?? new PageWorld(page)
  worlds.set(page, known)
  return known
}

/** Leads the script in the page's own world, which does nothing unasked. */
class PageWorld {
  /** Has that script run where it was not from the page's start. Answers the word it awaits; null when it did not come. */
  summon: () => Promise<string | null> = async () => null
  readonly #animated = new Set<() => void>()
  readonly #handedOver = new Set<() => void>()
  readonly #restyled = new Set<(element: Element) => void>()
  #between: EventTarget | null = null
  readonly #holders: Record<Part, number> = { page: 0, tab: 0 }
  #isExpected = false
  #summoned = false

  constructor(private readonly page: Document) {}

  /** Waits for the script that the browser runs by itself in the page's own world, where no page can hear it. */
  expect(): void {
    if (this.#isExpected || !isUnheard(this.page)) return
    this.#isExpected = true
    meet(this.page, 'extension', between => this.#met(between))
  }

  #met(between: EventTarget): void {
    this.#between = between
    hear(between, SAY.rooted, host => {
      if (host instanceof HTMLElement) lookInto(this.page, host)
    })
    hear(between, SAY.began, () => {
      for (const began of this.#animated) began()
    })
    hear(between, SAY.handedOver, () => {
      for (const handedOver of this.#handedOver) handedOver()
    })
    hear(between, SAY.restyled, element => {
      if (element instanceof Element) for (const restyled of this.#restyled) restyled(element)
    })
    for (const root of knownRoots(this.page)) this.#tellOf(root)
    for (const part of ['page', 'tab'] as const) if (this.#holders[part] > 0) say(between, HOLD[part])
  }

  /** Calls back when a script has started an animation, until `signal` aborts. Looks for nobody who would tell. */
  onAnimation(began: () => void, signal: AbortSignal): void {
    this.#animated.add(began)
    signal.addEventListener('abort', () => this.#animated.delete(began))
  }

  /** Calls back with an element that may look different since a script has changed rules or choices, until `signal` aborts. */
  onRestyled(restyled: (element: Element) => void, signal: AbortSignal): void {
    this.#restyled.add(restyled)
    signal.addEventListener('abort', () => this.#restyled.delete(restyled))
  }

  /** Calls back when a canvas has been handed over, to be drawn elsewhere, until `signal` aborts. */
  onHandedOver(handedOver: () => void, signal: AbortSignal): void {
    this.#handedOver.add(handedOver)
    signal.addEventListener('abort', () => this.#handedOver.delete(handedOver))
  }

  /**
   * To be called in a frame before styles are asked for: what they load is then loaded on the page's behalf. Chromium does not
   * tell of what is loaded because the extension has asked first.
   */
  settleStyles(): void {
    if (this.#between) say(this.#between, SAY.settle)
  }

  /** Has what scripts do to a part held until `signal` aborts. */
  hold(part: Part, signal: AbortSignal): void {
    this.#holders[part]++
    if (part === 'page') watchRoots(this.page, { found: root => this.#tellOf(root) }, signal)
    if (this.#between) say(this.#between, HOLD[part])
    else this.#summonInTime(signal)
    signal.addEventListener('abort', () => {
      this.#holders[part]--
      if (this.#holders[part] === 0 && this.#between) say(this.#between, LET_GO[part])
    })
  }

  /** A root that no script made is not known to the page's world. */
  #tellOf(root: Root): void {
    if (this.#between && root instanceof ShadowRoot && root.mode === 'open') {
      say(this.#between, SAY.known, root.host)
    }
  }

  /** A script that the browser runs by itself has come by the time the page is parsed. */
  #summonInTime(signal: AbortSignal): void {
    const summon = async () => {
      if (this.#between || this.#summoned) return
      this.#summoned = true
      const word = await this.summon()
      if (word) this.#met(sayWord(this.page, word))
      else this.#summoned = false
    }
    if (this.#isExpected && this.page.readyState === 'loading')
      this.page.addEventListener('DOMContentLoaded', () => void summon(), { once: true, signal })
    else void summon()
  }
}
