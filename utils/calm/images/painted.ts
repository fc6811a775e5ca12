/** Firefox paints an element that has no place in the page wherever a style names it. It reads nothing of it. */
interface PaintingDocument extends Document {
  mozSetImageElement?(id: string, element: Element | null): void
}

let last = 0

/** @returns whether the browser can paint a canvas where a style asks for a picture. */
export const paintsCanvas = (page: PaintingDocument): boolean => page.mozSetImageElement !== undefined

/**
 * Makes a canvas a picture that styles can name, until `signal` aborts. It may hold what no script may read, and no
 * policy of the page is asked.
 * @returns the name, as a style has it
 */
export function nameFor(page: PaintingDocument, canvas: HTMLCanvasElement, signal: AbortSignal): string {
  const id = `i${++last}`
  page.mozSetImageElement?.(id, canvas)
  signal.addEventListener('abort', () => page.mozSetImageElement?.(id, null))
  return `-moz-element(#${id})`
}

/** The size that a picture has of itself, in CSS pixels. */
type NaturalSize = Pick<HTMLImageElement, 'naturalWidth' | 'naturalHeight'>

/** Styles that paint a picture in the place of an element's own, which is moved out of its box. */
export function paintedOver(element: Element, name: string, size: NaturalSize): Keyframe {
  const { objectFit, objectPosition } = getComputedStyle(element)
  return {
    backgroundImage: name,
    backgroundOrigin: 'content-box',
    backgroundClip: 'content-box',
    backgroundRepeat: 'no-repeat',
    backgroundSize: sizeAs(objectFit, element, size),
    backgroundPosition: objectPosition,
    objectFit: 'none',
    objectPosition: '-99999px -99999px',
  }
}

/** Styles of a pseudo-element that paint a picture in the place of one that is its content, and make the same room for it. */
export function paintedInstead(
  { display, verticalAlign }: CSSStyleDeclaration,
  name: string,
  { width, height }: { readonly width: number; readonly height: number },
): Keyframe {
  const painted = {
    content: '"\u00a0"',
    background: `${name} 0 0/${width}px ${height}px no-repeat`,
    fontSize: '0',
  }
  if (display !== 'inline') return { ...painted, width: `${width}px`, height: `${height}px` }
  // What stands in a line has no size: a blank of none, with the picture's height around its middle, stands on the line.
  const half = height / 2
  const rise = Number.parseFloat(verticalAlign.replace('baseline', '0'))
  return {
    ...painted,
    lineHeight: `${height}px`,
    padding: `${half}px 0 ${half}px ${width}px`,
    verticalAlign: Number.isNaN(rise) ? verticalAlign : `${rise + half}px`,
  }
}

function sizeAs(fit: string, element: Element, { naturalWidth, naturalHeight }: NaturalSize): string {
  const own = `${naturalWidth}px ${naturalHeight}px`
  if (fit === 'contain' || fit === 'cover') return fit
  if (fit === 'none') return own
  if (fit !== 'scale-down') return '100% 100%'
  return naturalWidth <= element.clientWidth && naturalHeight <= element.clientHeight ? own : 'contain'
}
