interface LayoutShift extends PerformanceEntry {
  readonly sources: readonly { readonly node: Node | null }[]
}

/**
 * Tells of elements that shift on a page, whatever made them: what a script does to rules that it has kept leaves no other trace.
 * Only Chromium tells of it, and only of shifts of three CSS pixels or more that no transform makes.
 */
export function watchShifts(shifted: (element: Element) => void, signal: AbortSignal): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return
  const observer = new PerformanceObserver(list => {
    for (const { sources } of list.getEntries() as LayoutShift[])
      for (const { node } of sources) if (node instanceof Element) shifted(node)
  })
  observer.observe({ type: 'layout-shift' })
  signal.addEventListener('abort', () => observer.disconnect())
}
