import { knownRoots } from './roots'

/** Whether a page holds a canvas that it has handed to a worker, which nobody else can hold or look into. */
export function hasWorkerCanvas(page: Document): boolean {
  return knownRoots(page).some(root => [...root.querySelectorAll('canvas')].some(isHandedOver))
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
