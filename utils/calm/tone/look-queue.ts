/** So many elements are looked at together. */
const TOGETHER = 60

/** How long looking may take at a time, in milliseconds. */
const SLICE_MS = 6

/** Looking waits so many times as long as it took the last time: it takes at most a third of the time. */
const PAUSES = 2

/**
 * Looks at elements once the next frame has been painted, a few at a time. By then the browser has worked out styles and
 * asked for pictures by itself, on behalf of the page and under its policy. In a page that is hidden nothing is looked at.
 *
 * @returns what puts elements into the queue
 */
export function lookQueue(
  look: (elements: readonly Element[]) => void,
  signal: AbortSignal,
): (elements: Iterable<Element>) => void {
  const queue = new Set<Element>()
  let waiting = false
  let notBefore = 0

  const run = () => {
    waiting = false
    if (signal.aborted) return
    const start = performance.now()
    for (let now = start; queue.size > 0 && now - start < SLICE_MS; now = performance.now()) {
      look(take(queue, TOGETHER))
    }
    const end = performance.now()
    notBefore = end + (end - start) * PAUSES
    if (queue.size > 0) soon()
  }
  const soon = () => {
    if (waiting) return
    waiting = true
    const wait = Math.max(0, notBefore - performance.now())
    setTimeout(() => requestAnimationFrame(() => setTimeout(run)), wait)
  }
  return elements => {
    for (const element of elements) queue.add(element)
    if (queue.size > 0) soon()
  }
}

function take<T>(queue: Set<T>, most: number): T[] {
  const taken: T[] = []
  for (const each of queue) {
    if (taken.push(each) >= most) break
  }
  for (const each of taken) queue.delete(each)
  return taken
}
