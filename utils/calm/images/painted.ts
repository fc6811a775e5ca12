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

function sizeAs(fit: string, element: Element, { naturalWidth, naturalHeight }: NaturalSize): string {
  const own = `${naturalWidth}px ${naturalHeight}px`
  if (fit === 'contain' || fit === 'cover') return fit
  if (fit === 'none') return own
  if (fit !== 'scale-down') return '100% 100%'
  return naturalWidth <= element.clientWidth && naturalHeight <= element.clientHeight ? own : 'contain'
}
