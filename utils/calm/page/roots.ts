import { shadowRootOf } from './shadow-root-of'

/** The document or a shadow root in it: each has style sheets, animations and a tree of its own. */
export type Root = Document | ShadowRoot

export interface RootListener {
  /** Called once for each root, present or to come; again for one that left the page and came back. */
  found?(root: Root): void
  /** Called after something was added to or removed from a root's tree, before the next paint. */
  changed?(root: Root): void
}

interface Watch {
  readonly roots: Set<Root>
  readonly listeners: Set<RootListener>
  readonly ending: AbortController
}

/** One watch a document, shared by every effect, so that the page is walked and observed once. */
const watches = new WeakMap<Document, Watch>()

/**
 * Tells of the document, of every shadow root in it (open or closed), and of those that come later, until `signal`
 * aborts. Costs what changes in the page, not what is in it: there is no polling.
 */
export function watchRoots(page: Document, listener: RootListener, signal: AbortSignal): void {
  if (signal.aborted) return
  const watch = watches.get(page) ?? startWatch(page)
  watch.listeners.add(listener)
  for (const root of [...watch.roots]) listener.found?.(root)
  signal.addEventListener('abort', () => {
    watch.listeners.delete(listener)
    if (watch.listeners.size > 0) return
    watch.ending.abort()
    watches.delete(page)
  })
}

/** @returns the roots known now; only the document when nothing watches. */
export function knownRoots(page: Document): readonly Root[] {
  return [...(watches.get(page)?.roots ?? [page])]
}

function startWatch(page: Document): Watch {
  const watch: Watch = { roots: new Set(), listeners: new Set(), ending: new AbortController() }
  watches.set(page, watch)
  const { roots, listeners } = watch
  const { signal } = watch.ending

  const search = (node: Node) => {
    for (const root of shadowRootsIn(node)) add(root)
  }
  const add = (root: Root) => {
    if (roots.has(root)) return
    roots.add(root)
    observer.observe(root, { childList: true, subtree: true })
    for (const listener of [...listeners]) listener.found?.(root)
    search(root)
  }
  const tellChanged = (root: Root) => {
    for (const listener of [...listeners]) listener.changed?.(root)
  }
  const observer = new MutationObserver(records => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) search(node)
    for (const root of roots) if (!isInPage(root)) roots.delete(root)
    const changed = new Set(records.map(({ target }) => rootOf(target)))
    for (const root of changed) if (roots.has(root)) tellChanged(root)
  })
  signal.addEventListener('abort', () => observer.disconnect())

  // An element defined after it was inserted gets its root without a mutation: these moments look again.
  const searchAll = () => {
    for (const root of [...roots]) search(root)
  }
  page.addEventListener('DOMContentLoaded', searchAll, { signal })
  page.defaultView?.addEventListener('load', searchAll, { signal })
  add(page)
  return watch
}

/** Taken from the prototype: a field named "getRootNode" would stand before its form's own. */
const rootOf = (node: Node): Root => Node.prototype.getRootNode.call(node) as Root

function isInPage(root: Root): boolean {
  return root instanceof Document || root.host.isConnected
}

function* shadowRootsIn(node: Node): Generator<ShadowRoot> {
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT)
  for (let at: Node | null = node; at; at = walker.nextNode()) {
    const root = at instanceof HTMLElement ? shadowRootOf(at) : null
    if (root) yield root
  }
}
