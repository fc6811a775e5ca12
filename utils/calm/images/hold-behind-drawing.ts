import { type Hold, holdByStyle } from './hold'
import { nameFor } from './painted'

/** What paints nothing by itself and may stand before a picture that is painted first. */
const UNPAINTED = 'defs,defs *,title,desc,metadata,style,script,g,a,svg'

/** Anything of this would be lost on what is painted behind. */
const PLAIN: Readonly<Record<string, string>> = {
  clipPath: 'none',
  maskImage: 'none',
  filter: 'none',
  opacity: '1',
  mixBlendMode: 'normal',
}

/**
 * Holds a picture within a drawing (SVG) that is painted before everything else of it, as the ground of the drawing: where
 * the browser paints a canvas in the place of a style's picture, and the page's policy, which goes for attributes, is not known.
 *
 * @param frame the first frame
 * @param signal aborts when the hold ends for good
 * @returns null when the drawing would look otherwise
 */
export function holdBehindDrawing(
  picture: SVGImageElement,
  frame: HTMLCanvasElement,
  signal: AbortSignal,
): Hold | null {
  const drawing = outermost(picture)
  if (!drawing || !isGround(picture, drawing) || !placeOf(picture, frame)) return null
  const name = nameFor(picture.ownerDocument, filtered(picture, frame), signal)
  const hidden = holdByStyle(picture, { opacity: '0' })
  let ground: Hold | null = null
  const paint = () => {
    const before = ground
    const place = placeOf(picture, frame)
    ground =
      place &&
      holdByStyle(drawing, {
        backgroundImage: name,
        backgroundRepeat: 'no-repeat',
        backgroundOrigin: 'content-box',
        backgroundPosition: `${place.x}px ${place.y}px`,
        backgroundSize: `${place.width}px ${place.height}px`,
      })
    before?.play()
  }
  const resized = new ResizeObserver(paint)
  signal.addEventListener('abort', () => resized.disconnect())
  const hold = {
    rest() {
      hidden.rest()
      paint()
      resized.observe(drawing)
    },
    play() {
      resized.disconnect()
      hidden.play()
      ground?.play()
      ground = null
    },
  }
  hold.rest()
  return hold
}

/** @returns the drawing that stands in the page, and has a box of its own there. */
function outermost(picture: SVGImageElement): SVGSVGElement | null {
  let drawing = picture.ownerSVGElement
  for (let outer = drawing?.ownerSVGElement; outer; outer = drawing?.ownerSVGElement) drawing = outer
  return drawing
}

/** Whether nothing is painted before a picture, and nothing but its place makes it look otherwise. */
function isGround(picture: SVGImageElement, drawing: SVGSVGElement): boolean {
  if (getComputedStyle(drawing).backgroundImage !== 'none') return false
  for (const element of drawing.querySelectorAll('*')) {
    if (element === picture) break
    if (!element.matches(UNPAINTED)) return false
  }
  for (let at: Element = picture; at !== drawing; at = at.parentElement ?? drawing) {
    const style = getComputedStyle(at)
    for (const property in PLAIN) {
      const value = style[property as keyof CSSStyleDeclaration]
      const isDrawn = at === picture && property === 'filter' && !String(value).includes('url(')
      if (value !== PLAIN[property] && !isDrawn) return false
    }
  }
  return true
}

/** @returns the frame in the light that the picture is shown in, by calm mode among others. */
function filtered(picture: SVGImageElement, frame: HTMLCanvasElement): HTMLCanvasElement {
  const copy = frame.cloneNode() as HTMLCanvasElement
  const paint = copy.getContext('2d')
  if (paint) paint.filter = getComputedStyle(picture).filter
  paint?.drawImage(frame, 0, 0)
  return copy
}

/** @returns where in the drawing's box the picture stands, in CSS pixels; null where it is turned or cut. */
function placeOf(picture: SVGImageElement, frame: HTMLCanvasElement) {
  // Its matrix is that of the nearest drawing.
  if (picture.ownerSVGElement?.ownerSVGElement) return null
  const matrix = picture.getCTM()
  if (matrix?.b !== 0 || matrix.c !== 0 || matrix.a <= 0 || matrix.d <= 0) return null
  const { x, y, width, height, preserveAspectRatio } = picture
  const { align, meetOrSlice } = preserveAspectRatio.baseVal
  const box = { width: width.baseVal.value, height: height.baseVal.value }
  const scales = [box.width / frame.width, box.height / frame.height]
  const isStretched = align === SVGPreserveAspectRatio.SVG_PRESERVEASPECTRATIO_NONE
  const [across = 0, down = 0] = isStretched ? scales : scales.map(() => Math.min(...scales))
  if (!isStretched && meetOrSlice === SVGPreserveAspectRatio.SVG_MEETORSLICE_SLICE && scales[0] !== scales[1])
    return null
  // Of the nine ways to align, each row of three has the same place from top to bottom.
  const way = isStretched ? 0 : align - SVGPreserveAspectRatio.SVG_PRESERVEASPECTRATIO_XMINYMIN
  const left = x.baseVal.value + ((way % 3) / 2) * (box.width - across * frame.width)
  const top = y.baseVal.value + (Math.floor(way / 3) / 2) * (box.height - down * frame.height)
  return {
    x: left * matrix.a + matrix.e,
    y: top * matrix.d + matrix.f,
    width: across * frame.width * matrix.a,
    height: down * frame.height * matrix.d,
  }
}
