/**
 * Calls back when a page has written itself anew (`document.open`), before that is painted, until `signal` aborts. The
 * document stays and keeps its observers, but every listener on it, its window and all that stood in it is gone, ours as well.
 */
export function onReopened(page: Document, then: () => void, signal?: AbortSignal): void {
  let root = page.documentElement
  const observer = new MutationObserver(() => {
    const before = root
    root = page.documentElement
    if (before && before !== root) then()
  })
  observer.observe(page, { childList: true })
  signal?.addEventListener('abort', () => observer.disconnect())
}
