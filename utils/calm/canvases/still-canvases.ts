import type { CanvasTools, PartsWorld } from '../page/parts'
import { PageInput } from '../page-world/person'
import { HeldWorkerCanvas } from './held-worker-canvas'

/** Makes the stilling of canvases available to calm mode's script. */
export function provideCanvasStiller(): void {
  const world = globalThis as PartsWorld
  world.calmParts = { ...world.calmParts, canvases: stillCanvases }
  world.calmPartCame?.()
}

/**
 * Holds canvases that are drawn in workers, where nobody can hold the drawing itself: each that is seen to go on changing is
 * covered with what it shows. When the person does something they are uncovered.
 */
function stillCanvases(page: Document, tools: CanvasTools, signal: AbortSignal): void {
  const view = page.defaultView
  if (!view || signal.aborted) return
  const known = new Map<HTMLCanvasElement, HeldWorkerCanvas>()

  const look = () => {
    for (const canvas of known.keys()) if (!canvas.isConnected) forget(canvas)
    for (const canvas of tools.canvases()) {
      const held = known.get(canvas) ?? new HeldWorkerCanvas(canvas, person, tools.calmed)
      known.set(canvas, held)
      held.look()
    }
  }
  const forget = (canvas: HTMLCanvasElement) => {
    known.get(canvas)?.end()
    known.delete(canvas)
  }
  const person = new PageInput(
    () => performance.now(),
    () => {
      for (const held of known.values()) held.letGo()
    },
    signal,
  )

  person.listenTo(view)
  // Out of sight it may have shown nothing new.
  page.addEventListener('visibilitychange', look, { signal })
  tools.onCanvas(look)
  look()
  signal.addEventListener('abort', () => [...known.keys()].forEach(forget))
}
