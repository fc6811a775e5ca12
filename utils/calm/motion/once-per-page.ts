/**
 * Makes work on a page shareable: it starts with the first signal and ends when the last of them has aborted.
 * Two runs of the same work at once would each take the other's doing for the page's.
 */
export function oncePerPage(
  start: (page: Document, signal: AbortSignal) => void,
): (page: Document, signal: AbortSignal) => void {
  const running = new WeakMap<Document, { users: number; ending: AbortController }>()
  return (page, signal) => {
    if (signal.aborted) return
    const run = running.get(page) ?? { users: 0, ending: new AbortController() }
    run.users++
    signal.addEventListener('abort', () => {
      if (--run.users > 0) return
      running.delete(page)
      run.ending.abort()
    })
    if (run.users > 1) return
    running.set(page, run)
    start(page, run.ending.signal)
  }
}
