/**
 * Calls `act` when Esc is pressed and nothing else has a use for it. It belongs to the page or the browser
 * - while something is open in the top layer or the page is full screen;
 * - while the person writes;
 * - when the page prevents or stops it, or changes itself at the key.
 */
export function onUnusedEscape(page: Document, act: () => void, signal: AbortSignal): void {
  const view = page.defaultView
  if (!view) return
  let changed = false
  const changes = new MutationObserver(() => {
    changed = true
  })
  const start = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return
    changed = false
    changes.observe(page, { subtree: true, childList: true, attributes: true })
  }
  const end = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.key !== 'Escape' || event.isComposing) return
    if (isOpen(page) || isWriting(page)) return changes.disconnect()
    // After the page's own listeners, those on the window too.
    setTimeout(() => {
      changes.disconnect()
      if (!changed && !event.defaultPrevented && !signal.aborted) act()
    })
  }
  view.addEventListener('keydown', start, { capture: true, signal })
  view.addEventListener('keydown', end, { signal })
  signal.addEventListener('abort', () => changes.disconnect())
}

/** @returns whether Esc closes something of the page's. Luwte's own card stands in a popover, its own element. */
function isOpen(page: Document): boolean {
  return page.querySelector(':modal,:fullscreen,[popover]:not([popover=manual]):popover-open') !== null
}

function isWriting({ activeElement }: Document): boolean {
  return activeElement?.matches('input,textarea,select,iframe,:read-write') ?? false
}
