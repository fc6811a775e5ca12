import { newObjectsIn } from '../page/new-objects'
import { pageWorldOf } from '../page/page-world'
import { knownRoots, type Root, watchRoots } from '../page/roots'

/** What a person does that may start an animation which announces itself in no other way. */
const INPUT =
  'pointerover pointerdown pointerup click keydown input focusin focusout scroll scrollend toggle'.split(' ')

/** What a style sheet's animation announces itself by, at the start of the frame after the one that started it. */
const STARTS = ['animationstart', 'transitionrun', 'transitionstart']

/** A look may take this share of the time at most: after a slow one, changes wait a while for the next. */
const SHARE_OF_TIME = 0.1

export interface Looker {
  /**
   * Called before a paint.
   * @param roots where something may have begun to move
   * @param grown those of them in which elements came or went
   * @returns whether to look again in the next frame
   */
  look(roots: ReadonlySet<Root>, grown: ReadonlySet<Root>): boolean
  /** Called when the person does something. */
  input(): void
}

/**
 * Looks right before the paint whenever something happened that may have started an animation, and once more in the
 * next frame, for what the page itself puts off to a frame. A page in which nothing happens is never looked at.
 *
 * @returns what asks for a look at every root
 */
export function lookBeforePaint(page: Document, looker: Looker, signal: AbortSignal): () => void {
  const view = page.defaultView
  if (!view) return () => {}
  const pending = new Set<Root>()
  const grown = new Set<Root>()
  const observed = new WeakSet<Root>()
  let frames = 0
  let request = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let notBefore = 0

  const objectsCame = newObjectsIn(page)
  const run = () => {
    view.cancelAnimationFrame(request)
    if (objectsCame()) {
      request = view.requestAnimationFrame(run)
      return
    }
    pageWorldOf(page).settleStyles()
    const start = performance.now()
    const again = looker.look(pending, grown)
    grown.clear()
    const end = performance.now()
    notBefore = end + (end - start) / SHARE_OF_TIME
    frames = again ? 2 : frames - 1
    request = frames > 0 ? view.requestAnimationFrame(run) : 0
    if (request === 0) pending.clear()
  }
  const now = (root: Root) => {
    pending.add(root)
    frames = 2
    request ||= view.requestAnimationFrame(run)
  }
  const soon = (roots: Iterable<Root>) => {
    for (const root of roots) pending.add(root)
    const wait = notBefore - performance.now()
    if (wait <= 0) return flush()
    timer ??= setTimeout(flush, wait)
  }
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    for (const root of pending) return now(root)
  }
  const changed = (root: Root) => {
    grown.add(root)
    soon([root])
  }
  const found = (root: Root) => {
    changed(root)
    if (observed.has(root)) return
    observed.add(root)
    for (const type of STARTS) root.addEventListener(type, () => now(root), { capture: true, signal })
    const observer = new MutationObserver(() => soon([root]))
    observer.observe(root, { attributeFilter: ['class', 'style'], subtree: true })
    signal.addEventListener('abort', () => observer.disconnect())
  }
  const onInput = () => {
    looker.input()
    soon(knownRoots(page))
  }

  const lookAgain = () => soon(knownRoots(page))

  watchRoots(page, { found, changed }, signal)
  pageWorldOf(page).onAnimation(lookAgain, signal)
  page.addEventListener('DOMContentLoaded', lookAgain, { signal })
  view.addEventListener('load', lookAgain, { signal })
  for (const type of INPUT) view.addEventListener(type, onInput, { capture: true, passive: true, signal })
  signal.addEventListener('abort', () => {
    view.cancelAnimationFrame(request)
    clearTimeout(timer)
  })
  run()
  return lookAgain
}
