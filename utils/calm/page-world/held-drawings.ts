import { Mover } from '../pins/mover'
import type { DrawingListener, Manner } from './drawing'
import { type HeldCanvas, HeldDeep, HeldFlat, HeldWhole } from './held-canvas'
import { HeldSet, type HoldingWorld } from './held-set'
import { apply, type Callable, newSet, newWeakMap } from './natives'

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
  readonly #held: HeldSet<Drawing>
  /** What has been drawn on in this turn of the page's script. */
  readonly #turn = newSet<Drawing>()

  constructor(
    private readonly world: HoldingWorld,
    private readonly page: Document,
  ) {
    this.#held = new HeldSet(world, drawing => {
      drawing.held?.letGo()
      drawing.held = null
    })
  }

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
    else this.#held.delete(drawing)
  }

  letGo(): void {
    this.#held.letGo()
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
  }

  #heldOf({ canvas, context, manner }: Drawing): HeldCanvas {
    if (manner === 'flat') return new HeldFlat(this.page, canvas, context as CanvasRenderingContext2D)
    return manner === 'deep' ? new HeldDeep() : new HeldWhole()
  }
}

/** Stands for a native function where nothing is drawn. */
function reads(): void {}
