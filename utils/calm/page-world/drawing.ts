import { listenAfter, replaceMethod } from './disguise'
import { apply, ask, type Callable, getOwnPropertyDescriptor, getter, prototypeOf } from './natives'

const FLAT = 'fill fillRect fillText stroke strokeRect strokeText drawImage putImageData clearRect reset'
const DEEP =
  'drawArrays drawElements drawArraysInstanced drawElementsInstanced drawRangeElements clear clearBufferfv'

const isConnected = getter(prototypeOf('Node'), 'isConnected')

/** How a canvas is drawn on: flat, deep (WebGL), or by handing over whole pictures. */
export type Manner = 'flat' | 'deep' | 'whole'

export interface DrawingListener {
  /** Draws on a canvas, or keeps it for later. @returns what the page gets. */
  draw(canvas: HTMLCanvasElement, manner: Manner, self: object, native: Callable, args: unknown[]): unknown
  /** A page reads what it has drawn. */
  reads(canvas: unknown): void
  /** A canvas has been emptied by being given a size. */
  emptied(canvas: unknown): void
}

/** Tells of drawing on canvases that stand in the page. */
export function leadDrawing(view: Window & typeof globalThis, listener: DrawingListener): void {
  const contexts = [
    [view.CanvasRenderingContext2D, FLAT, 'flat'],
    [view.WebGLRenderingContext, DEEP, 'deep'],
    [view.WebGL2RenderingContext, DEEP, 'deep'],
    [view.ImageBitmapRenderingContext, 'transferFromImageBitmap', 'whole'],
  ] as const
  for (const [context, names, manner] of contexts) {
    const prototype = context?.prototype as object | undefined
    const canvasOf = prototype && (getOwnPropertyDescriptor(prototype, 'canvas')?.get as Callable | undefined)
    if (!prototype || !canvasOf) continue
    for (const name of names.split(' ')) {
      replaceMethod(prototype, name, (native, self, args) => {
        if (name === 'drawImage') listener.reads(args[0])
        const canvas = ask(canvasOf, self)
        if (!isShown(canvas)) return apply(native, self, args)
        return listener.draw(canvas, manner, self as object, native, args)
      })
    }
    replaceMethod(prototype, 'getImageData', (native, self, args) => {
      listener.reads(ask(canvasOf, self))
      return apply(native, self, args)
    })
  }
  const canvas = view.HTMLCanvasElement.prototype
  for (const name of ['toDataURL', 'toBlob']) {
    replaceMethod(canvas, name, (native, self, args) => {
      listener.reads(self)
      return apply(native, self, args)
    })
  }
  for (const name of ['width', 'height']) {
    listenAfter(canvas, name, self => listener.emptied(self), 'set')
  }
}

/** An OffscreenCanvas is no node, and is shown by other means. */
function isShown(canvas: unknown): canvas is HTMLCanvasElement {
  try {
    return isConnected(canvas as Node)
  } catch {
    return false
  }
}
