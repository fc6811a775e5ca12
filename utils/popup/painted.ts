/** Longer than a frame takes; a page that nobody sees has no frames at all. */
const LONGEST_MS = 100

/** @returns what resolves once what is in the page now has been painted. */
export function painted(): Promise<unknown> {
  const seen = new Promise(done => requestAnimationFrame(() => setTimeout(done)))
  return Promise.race([seen, new Promise(done => setTimeout(done, LONGEST_MS))])
}
