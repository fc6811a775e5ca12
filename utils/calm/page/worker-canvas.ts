import { oncePerPage } from '../motion/once-per-page'
import { pageWorldOf } from './page-world'
import { withPart } from './parts'
import { knownRoots } from './roots'

/** Canvases that are covered, or have been seen to rest. */
const calmed = new WeakSet<HTMLCanvasElement>()

/** Whether a page shows a canvas drawn in a worker that may move all the same. */
export function hasMovingWorkerCanvas(page: Document): boolean {
  return workerCanvases(page).some(canvas => !calmed.has(canvas))
}

/** Has canvases that are drawn in workers held, as soon as there is one, until `signal` aborts. */
export const stillWorkerCanvases = oncePerPage((page, signal) => {
  const came = new Set<() => void>()
  const canvases = () => workerCanvases(page)
  const onCanvas = (act: () => void) => came.add(act)
  let wanted = false
  const look = () => {
    for (const each of came) each()
    if (wanted || canvases().length === 0) return
    wanted = true
    withPart('canvases', still => still(page, { canvases, calmed, onCanvas }, signal), signal)
  }
  pageWorldOf(page).onHandedOver(look, signal)
  if (page.readyState !== 'complete') page.defaultView?.addEventListener('load', look, { signal })
  look()
})

function workerCanvases(page: Document): HTMLCanvasElement[] {
  return knownRoots(page).flatMap(root => [...root.querySelectorAll('canvas')].filter(isHandedOver))
}

/** Asking for a kind of drawing that there is not gives nothing, and throws where the canvas has been handed over. */
function isHandedOver(canvas: HTMLCanvasElement): boolean {
  try {
    canvas.getContext('none')
    return false
  } catch {
    return true
  }
}
