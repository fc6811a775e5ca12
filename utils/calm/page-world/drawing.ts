import { replaceMethod } from './disguise'
import { apply, type Callable, getOwnPropertyDescriptor, getter, prototypeOf } from './natives'
import type { PageSense } from './sense'

const FLAT = 'fill fillRect fillText stroke strokeRect strokeText drawImage putImageData clearRect'
const DEEP =
  'drawArrays drawElements drawArraysInstanced drawElementsInstanced drawRangeElements clear clearBufferfv'

const isConnected = getter(prototypeOf('Node'), 'isConnected')

/** Reports drawing on a canvas that stands in the page. */
export function senseDrawing(view: Window & typeof globalThis, sense: PageSense): void {
  const contexts = [
    [view.CanvasRenderingContext2D, FLAT],
    [view.WebGLRenderingContext, DEEP],
    [view.WebGL2RenderingContext, DEEP],
  ] as const
  for (const [context, names] of contexts) {
    const prototype = context?.prototype as object | undefined
    const canvasOf = prototype && (getOwnPropertyDescriptor(prototype, 'canvas')?.get as Callable | undefined)
    if (!prototype || !canvasOf) continue
    for (const name of names.split(' ')) {
      replaceMethod(prototype, name, (native, self, args) => {
        const drawn = apply(native, self, args)
        if (sense.looking && isShown(apply(canvasOf, self, []))) sense.report()
        return drawn
      })
    }
  }
  const Bitmap = view.ImageBitmapRenderingContext?.prototype
  if (Bitmap) {
    replaceMethod(Bitmap, 'transferFromImageBitmap', (native, self, args) => {
      if (sense.looking) sense.report()
      return apply(native, self, args)
    })
  }
}

/** An OffscreenCanvas is no node, and is shown by other means. */
function isShown(canvas: unknown): boolean {
  try {
    return isConnected(canvas as Node)
  } catch {
    return false
  }
}
