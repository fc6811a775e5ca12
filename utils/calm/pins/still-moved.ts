import { oncePerPage } from '../motion/once-per-page'
import { watchRoots } from '../page/roots'
import { PageInput } from '../page-world/person'
import type { Holder } from './holder'
import { MovedAttributes } from './moved-attributes'
import { MovedPictures } from './moved-pictures'
import { MovedStyles } from './moved-styles'
import { MovedTexts } from './moved-texts'
import { PinnedValues } from './pinned-values'

const OBSERVED = {
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributes: true,
  attributeOldValue: true,
}

/** What follows the pointer or the window's size is the person's doing for this long, in milliseconds. */
const FOLLOWING_MS = 400

/**
 * Holds in place what keeps moving, whoever moves it, until `signal` aborts: what was running before calm mode came, and
 * what reaches the page in ways that no timer tells of. It is found by the changes that it makes, and goes on unseen.
 */
export const stillMoved = oncePerPage((page, signal) => {
  const view = page.defaultView
  if (!view) return
  const pins = new PinnedValues()
  const holders: Holder[] = [
    new MovedStyles(page, pins),
    new MovedTexts(),
    new MovedPictures(pins),
    new MovedAttributes(),
  ]
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let followed = -FOLLOWING_MS
  const now = () => performance.now()
  const person = new PageInput(now, () => letGo(), signal)

  const look = () => {
    frame = 0
    const isTheirs = person.isHere() || now() - followed < FOLLOWING_MS
    for (const holder of holders) holder.look(now(), isTheirs)
    // What was written back is ours.
    observer.takeRecords()
    settleSoon()
  }
  const settle = () => {
    timer = undefined
    const waits = holders.map(holder => holder.settle(now()))
    observer.takeRecords()
    settleSoon(Math.min(...waits))
  }
  const settleSoon = (wait?: number) => {
    if (timer !== undefined) return
    const next = wait ?? Math.min(...holders.map(holder => holder.settle(now())))
    if (next < Number.POSITIVE_INFINITY) timer = setTimeout(settle, next)
  }
  const letGo = () => {
    for (const holder of holders) holder.letGo()
    observer.takeRecords()
  }
  const observer = new MutationObserver(records => {
    let wanted = false
    for (const record of records) {
      for (const holder of holders) wanted = holder.note(record) || wanted
    }
    observer.takeRecords()
    if (wanted) frame ||= view.requestAnimationFrame(look)
  })
  const follow = () => {
    followed = now()
  }

  person.listenTo(view)
  for (const type of ['pointermove', 'resize', 'hashchange', 'popstate']) {
    view.addEventListener(type, follow, { capture: true, passive: true, signal })
  }
  watchRoots(page, { found: root => observer.observe(root, OBSERVED) }, signal)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    view.cancelAnimationFrame(frame)
    clearTimeout(timer)
    letGo()
  })
})
