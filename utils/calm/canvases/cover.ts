import { type Hold, holdByStyle } from '../images/hold'
import { nameFor, paintedOver, paintsCanvas } from '../images/painted'
import { load } from '../images/picture-holds'
import { addressOfDrawing } from '../images/snapshot'

/**
 * Covers a canvas with what it shows now. It is drawn on unseen, and goes on by `play`.
 *
 * @returns null when its picture cannot be had, or the page's own styles do not let it be covered
 */
export async function coverCanvas(canvas: HTMLCanvasElement): Promise<Hold | null> {
  const page = canvas.ownerDocument
  const copy = page.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  copy.getContext('2d')?.drawImage(canvas, 0, 0)
  const size = { naturalWidth: copy.width, naturalHeight: copy.height }
  if (paintsCanvas(page)) {
    // The copy is kept for as long as it has a name.
    const ending = new AbortController()
    const hold = coverWith(canvas, paintedOver(canvas, nameFor(page, copy, ending.signal), size))
    const play = () => {
      hold?.play()
      ending.abort()
    }
    if (hold) return { rest: hold.rest, play }
    play()
    return null
  }
  const address = addressOfDrawing(copy)
  const loaded = address && (await load(page, address))
  return loaded ? coverWith(canvas, paintedOver(canvas, `url("${address}")`, size)) : null
}

/** A style that the page declares important stands above every animation. */
function coverWith(canvas: HTMLCanvasElement, styles: Keyframe): Hold | null {
  const before = getComputedStyle(canvas).objectPosition
  const hold = holdByStyle(canvas, styles)
  if (getComputedStyle(canvas).objectPosition !== before) return hold
  hold.play()
  return null
}
