import type { Hold } from '../images/hold'
import type { CanvasTools, PartsWorld } from '../page/parts'
import { PageInput } from '../page-world/person'
import { coverCanvas } from './cover'
import { CanvasLook } from './look'

/** A canvas that shows so many times the same picture, so far apart in milliseconds, is taken to rest. */
const LOOKS = 6
const APART_MS = 400

/** Makes the stilling of canvases available to calm mode's script. */
export function provideCanvasStiller(): void {
  const world = globalThis as PartsWorld
  world.calmParts = { ...world.calmParts, canvases: stillCanvases }
  world.calmPartCame?.()
}

/**
 * Holds canvases that are drawn in workers, where nobody can hold the drawing itself: each that is seen to change is
 * covered with what it shows. When the person does something they are uncovered, and looked at anew when they have gone.
 * Nothing tells of such a drawing, so a canvas is looked at some times and then left alone.
 */
function stillCanvases(page: Document, tools: CanvasTools, signal: AbortSignal): void {
  const view = page.defaultView
  if (!view || signal.aborted) return
  const covers = new Map<HTMLCanvasElement, Hold>()
  const looking = new Set<HTMLCanvasElement>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const pause = () => new Promise(done => setTimeout(done, APART_MS))

  const look = async (canvas: HTMLCanvasElement) => {
    const looks = new CanvasLook(canvas)
    for (let at = 0; at <= LOOKS; at++) {
      if (person.isHere()) return lookSoon()
      if (looks.changed()) return cover(canvas)
      await pause()
      if (signal.aborted || !canvas.isConnected) return
    }
    tools.calmed.add(canvas)
  }
  const cover = async (canvas: HTMLCanvasElement) => {
    const hold = await coverCanvas(canvas)
    if (!hold) return
    if (signal.aborted || person.isHere()) {
      hold.play()
      if (!signal.aborted) lookSoon()
      return
    }
    covers.set(canvas, hold)
    tools.calmed.add(canvas)
  }
  const lookAtAll = () => {
    timer = undefined
    if (person.isHere()) return lookSoon()
    for (const canvas of tools.canvases()) {
      if (covers.has(canvas) || looking.has(canvas)) continue
      looking.add(canvas)
      // What holds pictures of another origin can neither be read nor covered.
      void look(canvas)
        .catch(() => undefined)
        .finally(() => looking.delete(canvas))
    }
  }
  const lookSoon = () => {
    timer ??= setTimeout(lookAtAll, APART_MS)
  }
  const letGo = () => {
    for (const [canvas, hold] of covers) {
      hold.play()
      tools.calmed.delete(canvas)
    }
    covers.clear()
  }
  const person = new PageInput(
    () => performance.now(),
    () => {
      letGo()
      lookSoon()
    },
    signal,
  )

  person.listenTo(view)
  // Out of sight it may have shown nothing new.
  page.addEventListener('visibilitychange', lookSoon, { signal })
  tools.onCanvas(lookAtAll)
  lookAtAll()
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    letGo()
  })
}
