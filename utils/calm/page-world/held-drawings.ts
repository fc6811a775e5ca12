import { Mover } from '../pins/mover'
import type { DrawingListener, Manner } from './drawing'
import { type HeldCanvas, HeldDeep, HeldFlat, HeldWhole } from './held-canvas'
import { apply, type Callable, newSet, newWeakMap } from './natives'

/** What the holder of drawings needs of the world it stands in. */
export interface DrawingWorld {
  readonly page: Document
  /** @returns milliseconds */
  now(): number
  /** Whether scripts are held. */
  isActive(): boolean
  /** Whether the person has just used the page. */
  isTheirs(): boolean
  /** Whether a callback is looked at: what it draws is its loop's, which is held by its cause. */
  isLooking(): boolean
  /** Something has been drawn while a callback was looked at. */
  report(): void
  /** Calls back when the page's script has had its turn. */
  microtask(run: () => void): void
  later(run: () => void, ms: number): void
}

interface Drawing {
  readonly canvas: HTMLCanvasElement
  readonly mover: Mover
  readonly context: object
  readonly manner: Manner
  held: HeldCanvas | null
}

/** Holds canvases that go on being drawn on by code that is not held by its cause. */
export class HeldDrawings implements DrawingListener {
  readonly #drawings = newWeakMap<HTMLCanvasElement, Drawing>()
  readonly #held = newSet<Drawing>()
  /** What has been drawn on in this turn of the page's script. */
  readonly #turn = newSet<Drawing>()
  #settling = false

  constructor(private readonly world: DrawingWorld) {}

  draw(canvas: HTMLCanvasElement, manner: Manner, self: object, native: Callable, args: unknown[]): unknown {
    const { world } = this
    if (world.isLooking()) world.report()
    if (!world.isActive()) return apply(native, self, args)
    const drawing = this.#drawingOf(canvas, manner, self)
    const isLed = world.isLooking() && !drawing.held
    if (!isLed) this.#take(drawing)
    return drawing.held?.keeps(self, native, args) ? undefined : apply(native, self, args)
  }

  reads(canvas: unknown): void {
    const drawing = this.#knownOf(canvas)
    if (!drawing?.held || drawing.manner !== 'flat') return
    drawing.held.keeps(drawing.context, reads, [])
    this.#take(drawing)
  }

  emptied(canvas: unknown): void {
    const drawing = this.#knownOf(canvas)
    if (!drawing?.held) return
    if (drawing.held.emptied()) this.#take(drawing)
    else this.#free(drawing)
  }

  letGo(): void {
    this.#held.forEach(drawing => {
      this.#free(drawing)
      drawing.mover.letGo()
    })
  }

  /** Only a page that is held has anything to be asked about. */
  #knownOf(canvas: unknown): Drawing | undefined {
    return this.#held.size > 0 ? this.#drawings.get(canvas as HTMLCanvasElement) : undefined
  }

  #drawingOf(canvas: HTMLCanvasElement, manner: Manner, context: object): Drawing {
    const known = this.#drawings.get(canvas)
    const drawing: Drawing = known ?? { canvas, mover: new Mover(), context, manner, held: null }
    if (!known) this.#drawings.set(canvas, drawing)
    return drawing
  }

  #take(drawing: Drawing): void {
    if (this.#turn.size === 0) this.world.microtask(() => this.#endTurn())
    this.#turn.add(drawing)
  }

  #endTurn(): void {
    const now = this.world.now()
    const isTheirs = this.world.isTheirs()
    this.#turn.forEach(drawing => {
      if (drawing.held) drawing.mover.step(now, 'other')
      else if (!isTheirs && drawing.mover.step(now, 'other') === 'hold') this.#hold(drawing)
      drawing.held?.close()
    })
    this.#turn.clear()
  }

  #hold(drawing: Drawing): void {
    try {
      drawing.held = this.#heldOf(drawing)
    } catch {
      drawing.mover.letGo()
      return
    }
    this.#held.add(drawing)
    this.#settleIn(drawing.mover.quietIn(this.world.now()))
  }

  #heldOf({ canvas, context, manner }: Drawing): HeldCanvas {
    if (manner === 'flat') return new HeldFlat(this.world.page, canvas, context as CanvasRenderingContext2D)
    return manner === 'deep' ? new HeldDeep() : new HeldWhole()
  }

  #settleIn(ms: number): void {
    if (this.#settling) return
    this.#settling = true
    this.world.later(() => {
      this.#settling = false
      this.#settle()
    }, ms)
  }

  /** What is not drawn on any more shows what was drawn last. */
  #settle(): void {
    const now = this.world.now()
    let next = 0
    this.#held.forEach(drawing => {
      const wait = drawing.mover.quietIn(now)
      if (wait === 0) {
        this.#free(drawing)
        drawing.mover.end(now)
      } else if (next === 0 || wait < next) next = wait
    })
    if (next > 0) this.#settleIn(next)
  }

  #free(drawing: Drawing): void {
    drawing.held?.letGo()
    drawing.held = null
    this.#held.delete(drawing)
  }
}

/** Stands for a native function where nothing is drawn. */
function reads(): void {}
