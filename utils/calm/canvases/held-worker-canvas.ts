import type { Hold } from '../images/hold'
import type { Person } from '../page-world/gate'
import { Mover } from '../pins/mover'
import { coverCanvas } from './cover'
import { onDrawn } from './drawn'
import { CanvasLook } from './look'

/** Where the browser does not tell of drawing, two looks so far apart show whether a canvas moves, in milliseconds. */
const APART_MS = 500

/** How long after it has been covered it is seen whether that was all, in milliseconds: most drawings of charts are shorter. */
const ENDS_MS = 2000

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
      if (!this.#tells) this.#lookTwice()
    })
  }

  /** The person is here: it may move. */
  letGo(): void {
    clearTimeout(this.#timer)
    this.#uncover()
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

  #lookTwice(): void {
    this.#look.changed()
    this.#after(APART_MS, () =>
      this.#unlessForeign(() => {
        const moves = this.#look.changed() && !this.person.isHere()
        if (moves === this.#mover.held) return
        this.#mover.held = moves
        if (!moves) return this.#uncover()
        void this.#cover()
        this.#after(ENDS_MS, () => this.look())
      }),
    )
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
    this.#timer = setTimeout(then, ms)
  }

  #unlessForeign(look: () => void): void {
    try {
      look()
    } catch {
      this.calmed.delete(this.canvas)
    }
  }
}
