/** An element that is a picture. */
export type PictureElement =
  | HTMLImageElement
  | HTMLInputElement
  | HTMLObjectElement
  | HTMLEmbedElement
  | HTMLVideoElement
  | SVGImageElement

export const PICTURES = 'img,input[type=image],object[data],embed[src],image,video[poster]'

export function isPicture(target: unknown): target is PictureElement {
  return target instanceof Element && target.matches(PICTURES)
}

/** @returns the address of what it shows now, whole; empty when it shows nothing yet. */
export function addressOf(picture: PictureElement): string {
  if (picture instanceof HTMLImageElement) {
    return picture.complete && picture.naturalWidth > 0 ? withoutPart(picture.currentSrc) : ''
  }
  // A poster is shown until its video plays for the first time.
  if (picture instanceof HTMLVideoElement)
    return picture.paused && picture.played.length === 0 ? withoutPart(picture.poster) : ''
  if (picture instanceof HTMLObjectElement) return withoutPart(picture.data)
  if (!(picture instanceof SVGImageElement)) return withoutPart(picture.src)
  const { baseVal } = picture.href
  const whole = baseVal && URL.canParse(baseVal, picture.baseURI)
  return whole ? withoutPart(new URL(baseVal, picture.baseURI).href) : ''
}

/** @returns whether it may hold something other than a picture: only what has been read is known to be one. */
export const holdsAnything = (picture: PictureElement): boolean =>
  picture instanceof HTMLObjectElement || picture instanceof HTMLEmbedElement

/** The part after # is of no matter to what is loaded, but for `data:` drawings, which may hold one in their text. */
export const withoutPart = (url: string): string => (url.startsWith('data:') ? url : url.replace(/#.*/, ''))
