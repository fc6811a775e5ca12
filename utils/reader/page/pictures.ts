/** On a picture in the article: the page shows it, so its pixels are there. */
export const TAKEABLE = 'data-t'

/**
 * Writes on the copy of each picture what only the live one knows: whether it was loaded, from which of its addresses,
 * and how large it is.
 *
 * @param copy a copy of the whole page, with the same pictures in the same order.
 */
export function describePictures(page: Document, copy: Document): void {
  const copies = [...copy.images]
  for (const [index, picture] of [...page.images].entries()) {
    const twin = copies[index]
    if (!twin) return
    twin.removeAttribute(TAKEABLE)
    if (!picture.complete || picture.naturalWidth === 0) continue
    twin.setAttribute('src', picture.currentSrc)
    twin.removeAttribute('srcset')
    twin.setAttribute('width', String(picture.naturalWidth))
    twin.setAttribute('height', String(picture.naturalHeight))
    twin.setAttribute(TAKEABLE, '')
    const sources = twin.parentElement?.localName === 'picture' ? twin.parentElement.children : []
    for (const source of [...sources]) if (source !== twin) source.remove()
  }
}

/**
 * Runs in the page. Takes the pixels of pictures that it shows, as they are: nothing is loaded, and what moved stands
 * still. Whole in itself, because it travels as text.
 *
 * @param addresses of pictures in the page.
 * @param maxPixels each is made smaller than that, in width and in height.
 * @returns for each address a `data:` one; null where it cannot be had. Chromium gives no pixels of a picture from
 * another site that does not allow it; Firefox gives them to an extension that has access to all sites.
 */
export function takePictures(addresses: readonly string[], maxPixels: number): (string | null)[] {
  const pictures = [...document.images].filter(({ complete, naturalWidth }) => complete && naturalWidth > 0)
  return addresses.map(address => {
    const picture = pictures.find(({ currentSrc }) => currentSrc === address)
    if (!picture) return null
    const { naturalWidth, naturalHeight } = picture
    const scale = Math.min(1, maxPixels / Math.max(naturalWidth, naturalHeight))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(naturalWidth * scale))
    canvas.height = Math.max(1, Math.round(naturalHeight * scale))
    try {
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
      return canvas.toDataURL('image/webp', 0.85)
    } catch {
      return null
    }
  })
}
