import type { Root } from '../page/roots'
import type { Stiller } from './still-motion'
import { sharedArea } from './visible-area'

const TRIES = 10

/** Lets a marquee slide all the way into view in one step. */
const AT_ONCE = { behavior: 'slide', scrollamount: '100000' }

/** Stills marquees with their text in view. */
export class MarqueeStiller implements Stiller {
  readonly #stopped = new Set<HTMLMarqueeElement>()
  #loaded = document.readyState === 'complete'

  look(_roots: ReadonlySet<Root>, grown: ReadonlySet<Root>): boolean {
    for (const root of grown) for (const marquee of root.querySelectorAll('marquee')) this.#stop(marquee)
    for (const marquee of this.#stopped) if (!marquee.isConnected) this.#stopped.delete(marquee)
    if (!this.#loaded && document.readyState === 'complete') this.#stopAgain()
    return false
  }

  input(): void {}

  release(): void {
    for (const marquee of this.#stopped) marquee.start()
    this.#stopped.clear()
  }

  /** Firefox starts those of a page once it has loaded, whatever was asked of them before. */
  #stopAgain(): void {
    this.#loaded = true
    const marquees = [...this.#stopped]
    this.#stopped.clear()
    for (const marquee of marquees) this.#stop(marquee)
  }

  #stop(marquee: HTMLMarqueeElement): void {
    if (this.#stopped.has(marquee)) return
    this.#stopped.add(marquee)
    stopInView(marquee, () => this.#stopped.has(marquee))
  }
}

/** A marquee reads its attributes in the frame after its start; having slid in, it soon starts over out of view. */
async function stopInView(marquee: HTMLMarqueeElement, wanted: () => boolean): Promise<void> {
  marquee.stop()
  if (isInView(marquee)) return
  const own = Object.keys(AT_ONCE).map(name => [name, marquee.getAttribute(name)] as const)
  for (const [name, value] of Object.entries(AT_ONCE)) marquee.setAttribute(name, value)
  for (let tries = 0; tries < TRIES && wanted() && !isInView(marquee); tries++) {
    marquee.start()
    await nextFrame()
    await nextFrame()
    marquee.stop()
  }
  for (const [name, value] of own) {
    if (value === null) marquee.removeAttribute(name)
    else marquee.setAttribute(name, value)
  }
  if (!wanted()) marquee.start()
}

function isInView(marquee: HTMLMarqueeElement): boolean {
  const range = document.createRange()
  range.selectNodeContents(marquee)
  const text = range.getBoundingClientRect()
  const box = marquee.getBoundingClientRect()
  const inView = Math.min(text.width * text.height, box.width * box.height)
  return sharedArea(text, box) > inView / 2
}

const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame)
