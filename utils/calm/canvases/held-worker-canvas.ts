import type { Hold } from '../images/hold'
import type { Person } from '../page-world/gate'
import { Mover } from '../pins/mover'
import { coverCanvas } from './cover'
import { onDrawn } from './drawn'
import { CanvasLook } from './look'

/** Where the browser does not tell of drawing, two looks so far apart show whether a canvas moves, in milliseconds. */
const APART_MS = 500

/** Until two more looks while nothing moves, since a worker may be slow to start; in milliseconds, until the last of them. */
const WHILE_STILL_MS: readonly number[] = [1000, 2000, 4000, 8000]

/** The same while it is covered, to see whether that was all: most drawings of charts come to an end soon. */
const WHILE_COVERED_MS: readonly number[] = [2000, 2000, 2000, 2000]

/** How long after an input it is asked whether the person has gone, in milliseconds. */
const GONE_MS = 1300

/** A canvas that is drawn in a worker: covered with what it shows while it goes on changing. */
export class HeldWorkerCanvas {
  readonly #look: CanvasLook
  readonly #mover = new Mover()
  readonly #ending = new AbortController()
  /** Whether the browser tells of drawing, once it has been asked to. */
  #tells: boolean | undefined
  #hold: Hold | null = null
  #wasCovered = false
  #timer: ReturnType<typeof setTimeout> | undefined

  /** @param calmed has this canvas while it cannot be seen to move */
  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly person: Person,
    private readonly calmed: WeakSet<HTMLCanvasElement>,
  ) {
    this.#look = new CanvasLook(canvas)
  }

  /** It may have begun to be drawn on. */
  look(): void {
    // What holds pictures of another origin can neither be read nor covered.
    this.#unlessForeign(() => {
      this.#tells ??= onDrawn(
        this.canvas,
        () => this.#unlessForeign(() => this.#drawn()),
        this.#ending.signal,
      )
      this.calmed.add(this.canvas)
      if (!this.#tells) this.#lookTwice(WHILE_STILL_MS)
    })
  }

  /** The person is here: it may move. */
  letGo(): void {
    clearTimeout(this.#timer)
    this.#uncover()
    this.#wasCovered = false
    this.#mover.letGo()
    if (this.#tells === false) this.#after(GONE_MS, () => (this.person.isHere() ? this.letGo() : this.look()))
  }

  end(): void {
    this.#ending.abort()
    clearTimeout(this.#timer)
    this.#uncover()
  }

  #drawn(): void {
    if (!this.#look.changed() || this.person.isHere()) return
    if (this.#mover.step(performance.now(), 'other') !== 'hold') return
    void this.#cover()
    this.#settle()
  }

  /** @param waits until each two looks that follow, if nothing is different then, in milliseconds */
  #lookTwice(waits: readonly number[]): void {
    this.#look.changed()
    // What was covered shows an earlier picture when it is looked at first: that is no movement yet.
    this.#see(this.#wasCovered && !this.#mover.held ? 2 : 1, waits)
  }

  /** @param changes how often in a row it has to be different to be taken to move */
  #see(changes: number, waits: readonly number[]): void {
    this.#after(APART_MS, () => {
      const moves = this.#look.changed() && !this.person.isHere()
      if (moves && changes > 1) return this.#see(changes - 1, waits)
      const [wait, ...later] = moves === this.#mover.held ? waits : this.#turned(moves)
      if (wait !== undefined) this.#after(wait, () => this.#lookTwice(later))
    })
  }

  /** It has begun to move, or come to rest. @returns until each two looks that follow */
  #turned(moves: boolean): readonly number[] {
    this.#mover.held = moves
    if (!moves) {
      this.#uncover()
      return WHILE_STILL_MS
    }
    void this.#cover()
    // What rested and moves again will go on: it stays covered until the person comes.
    const looks = this.#wasCovered ? [] : WHILE_COVERED_MS
    this.#wasCovered = true
    return looks
  }

  /** What is not drawn on any more shows what was drawn last. */
  #settle(): void {
    const now = performance.now()
    const wait = this.#mover.quietIn(now)
    if (wait > 0) {
      this.#after(wait, () => this.#settle())
      return
    }
    this.#uncover()
    this.#mover.end(now)
  }

  async #cover(): Promise<void> {
    const hold = await coverCanvas(this.canvas)
    if (!hold) this.calmed.delete(this.canvas)
    this.#uncover()
    if (this.#mover.held && !this.#ending.signal.aborted) this.#hold = hold
    else hold?.play()
  }

  #uncover(): void {
    this.#hold?.play()
    this.#hold = null
  }

  #after(ms: number, then: () => void): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#unlessForeign(then), ms)
  }

  #unlessForeign(look: () => void): void {
    try {
      look()
    } catch {
      this.calmed.delete(this.canvas)
    }
  }
}
