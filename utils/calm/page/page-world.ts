import { hear, meet, SAY, say } from '../page-world/meeting'
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
  /** Called when that script is wanted and was not there from the page's start. */
  summon: () => void = () => {}
  readonly #animated = new Set<() => void>()
  #between: EventTarget | null = null
  readonly #holders: Record<Part, number> = { page: 0, tab: 0 }
  #sought = false

  constructor(private readonly page: Document) {}

  /** Looks for the script in the page's own world, and waits for it. */
  meet(): void {
    if (this.#sought) return
    this.#sought = true
    meet(this.page, 'extension', true, between => {
      this.#between = between
      hear(between, SAY.rooted, host => {
        if (host instanceof HTMLElement) lookInto(this.page, host)
      })
      hear(between, SAY.began, () => {
        for (const began of this.#animated) began()
      })
      for (const root of knownRoots(this.page)) this.#tellOf(root)
      for (const part of ['page', 'tab'] as const) if (this.#holders[part] > 0) say(between, HOLD[part])
    })
  }

  /** Calls back when a script has started an animation, until `signal` aborts. Looks for nobody who would tell. */
  onAnimation(began: () => void, signal: AbortSignal): void {
    this.#animated.add(began)
    signal.addEventListener('abort', () => this.#animated.delete(began))
  }

  /** Has what scripts do to a part held until `signal` aborts. */
  hold(part: Part, signal: AbortSignal): void {
    this.meet()
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
    const summon = () => {
      if (!this.#between) this.summon()
    }
    if (this.page.readyState === 'loading')
      this.page.addEventListener('DOMContentLoaded', summon, { once: true, signal })
    else summon()
  }
}
