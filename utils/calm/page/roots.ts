import { findDoubtfulRoots } from './doubtful-roots'
import { mayYetHoldRoot, shadowRootOf } from './shadow-root-of'

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
  /** Looks for roots in a part of the page; closely where one is known to have been given. */
  search(node: Node, given?: boolean): void
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

/** An element has been given a root while it stood in the page, which no observer tells: looks for it and below. */
export function lookInto(page: Document, element: HTMLElement): void {
  const watch = watches.get(page)
  if (!watch) return
  watch.search(element, true)
  // The page's world sees no further than the outermost host: the new root may be anywhere in its trees.
  for (const root of [...watch.roots]) {
    if (root instanceof ShadowRoot && isWithin(root, element)) watch.search(root, true)
  }
}

function isWithin(root: ShadowRoot, element: Element): boolean {
  const within = root.host.getRootNode()
  return root.host === element || (within instanceof ShadowRoot && isWithin(within, element))
}

function startWatch(page: Document): Watch {
  const watch: Watch = { roots: new Set(), search, listeners: new Set(), ending: new AbortController() }
  watches.set(page, watch)
  const { roots, listeners } = watch
  const { signal } = watch.ending
  const rootless = new Set<WeakRef<HTMLElement>>()

  function search(node: Node, given = false) {
    forEachElement(node, element => {
      const root = shadowRootOf(element, given)
      if (root) add(root)
      else if (page.readyState !== 'complete' && mayYetHoldRoot(element)) rootless.add(new WeakRef(element))
    })
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
    const changed = lookAt(records, search)
    for (const root of roots) if (!isInPage(root)) roots.delete(root)
    for (const root of changed) if (roots.has(root)) tellChanged(root)
  })
  signal.addEventListener('abort', () => observer.disconnect())

  // An element given a root after it was inserted tells of it by no mutation: these moments look again.
  const lookAgain = () => {
    for (const waiting of rootless) {
      const element = waiting.deref()
      const root = element && shadowRootOf(element)
      if (root) add(root)
      if (root || !element) rootless.delete(waiting)
    }
  }
  page.addEventListener('DOMContentLoaded', lookAgain, { signal })
  page.defaultView?.addEventListener('load', lookAgain, { signal })
  add(page)
  findDoubtfulRoots(page, add, signal)
  return watch
}

/**
 * Searches through what is new, once, as it is by now: a page that is read tells of each element that comes into a new one.
 * @returns the roots of all that has changed
 */
function lookAt(records: readonly MutationRecord[], search: (node: Node) => void): Set<Root> {
  const changed = new Set<Root>()
  const fresh = new Set<Node>()
  for (const { target, addedNodes } of records) {
    if (fresh.has(target)) continue
    changed.add(rootOf(target))
    for (const node of addedNodes) {
      fresh.add(node)
      search(node)
    }
  }
  return changed
}

/** Taken from the prototype: a field named "getRootNode" would stand before its form's own. */
const rootOf = (node: Node): Root => Node.prototype.getRootNode.call(node) as Root

function isInPage(root: Root): boolean {
  return root instanceof Document || root.host.isConnected
}

/** Calls `visit` for a node and all below it, elements alone. */
function forEachElement(node: Node, visit: (element: HTMLElement) => void): void {
  if (node instanceof HTMLElement) visit(node)
  if (!node.firstChild) return
  // Taken from the prototype: a picture named like the method would stand before the document's own.
  const walker = Document.prototype.createTreeWalker.call(document, node, NodeFilter.SHOW_ELEMENT)
  for (let at = walker.nextNode(); at; at = walker.nextNode()) if (at instanceof HTMLElement) visit(at)
}
