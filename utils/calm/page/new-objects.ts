/**
 * What stands in an `<object>` or `<embed>` is loaded on whose behalf its style is worked out first. Asked for by a script of
 * the extension, that is the extension, whose policy refuses nearly all of it and leaves a gap in the page. Who asks for
 * styles before a paint waits one frame when such an element has come: by then the browser has done it for the page.
 *
 * @returns what tells whether any have come since it was last asked
 */
export function newObjectsIn(page: Document): () => boolean {
  const lists = [page.getElementsByTagName('object'), page.getElementsByTagName('embed')]
  const count = () => lists.reduce((sum, { length }) => sum + length, 0)
  let known = page.readyState === 'complete' ? count() : 0
  return () => {
    const before = known
    known = count()
    return known > before
  }
}
