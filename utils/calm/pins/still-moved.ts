import { oncePerPage } from '../motion/once-per-page'
import { pageWorldOf } from '../page/page-world'
import { watchRoots } from '../page/roots'
import { PageInput } from '../page-world/person'
import { eachStyled } from '../page-world/styled'
import { isOnTab } from '../page-world/tab-signs'
import type { Holder } from './holder'
import { MovedAttributes } from './moved-attributes'
import { MovedChoices } from './moved-choices'
import { MovedFrames } from './moved-frames'
import { MovedOrder } from './moved-order'
import { MovedPictures } from './moved-pictures'
import { MovedPieces } from './moved-pieces'
import { MovedStyles, TOPMOST } from './moved-styles'
import { MovedTexts } from './moved-texts'
import { PinnedValues } from './pinned-values'
import { Renewals } from './renewals'
import { watchShifts } from './shifts'

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

/** What is held on a page: how many want each part held, and what lets everything go for a moment. */
interface Held {
  readonly page: { users: number }
  readonly tab: { users: number }
  letGo(): void
}

const heldOn = new WeakMap<Document, Held>()

/**
 * Holds in place what keeps moving, whoever moves it, until `signal` aborts: what was running before calm mode came, and
 * what reaches the page in ways that no timer tells of. It is found by the changes that it makes, and goes on unseen.
 *
 * @param part the page itself, or what its tab shows: title and icon
 */
export function stillMoved(page: Document, part: 'page' | 'tab', signal: AbortSignal): void {
  if (signal.aborted) return
  const held = heldOn.get(page) ?? { page: { users: 0 }, tab: { users: 0 }, letGo() {} }
  heldOn.set(page, held)
  held[part].users++
  signal.addEventListener('abort', () => {
    held.letGo()
    held[part].users--
  })
  watchMoved(page, signal)
}

const watchMoved = oncePerPage((page, signal) => {
  const view = page.defaultView
  const held = heldOn.get(page)
  if (!view || !held) return
  const pins = new PinnedValues()
  const styles = new MovedStyles(page, pins)
  const choices = new MovedChoices()
  const holders: Holder[] = [
    styles,
    choices,
    new MovedFrames(),
    new MovedTexts(pins),
    new MovedPictures(pins),
    new MovedAttributes(),
    new MovedPieces(pins),
    new MovedOrder(pins),
  ]
  const renewals = new Renewals()
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let followed = -FOLLOWING_MS
  const now = () => performance.now()
  const person = new PageInput(now, () => letGo(), signal)

  const look = () => {
    frame = 0
    pageWorldOf(page).settleStyles()
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
  const renew = () => {
    let wanted = false
    for (const [parent, pairs] of renewals.take())
      for (const holder of holders) wanted = holder.renew?.(parent, pairs) || wanted
    return wanted
  }
  const isWanted = (record: MutationRecord) => held[isOnTab(record) ? 'tab' : 'page'].users > 0
  const letGo = () => {
    // What waits for the end of what has changed since the last look is to be told of it too.
    take(observer.takeRecords())
    for (const holder of holders) holder.letGo()
    observer.takeRecords()
  }
  held.letGo = letGo
  const note = (record: MutationRecord) => {
    if (held.page.users > 0) renewals.note(record)
    return holders.filter(holder => holder.note(record)).length > 0
  }
  const take = (records: readonly MutationRecord[]) => {
    const wanted = records.filter(record => !(isParsing && onlyAdds(record)) && isWanted(record)).filter(note)
    if (renew() || wanted.length > 0) lookSoon()
    observer.takeRecords()
  }
  const observer = new MutationObserver(take)
  // The last of what is read is told of when it has been.
  let isParsing = page.readyState === 'loading'
  const parsed = () => {
    take(observer.takeRecords())
    isParsing = false
  }
  page.addEventListener('DOMContentLoaded', parsed, { once: true, signal })
  const lookSoon = () => {
    frame ||= view.requestAnimationFrame(look)
  }
  const follow = () => {
    followed = now()
  }

  person.listenTo(view)
  for (const type of ['pointermove', 'resize', 'hashchange', 'popstate']) {
    view.addEventListener(type, follow, { capture: true, passive: true, signal })
  }
  const restyled = (element: Element) => {
    if (held.page.users === 0) return
    styles.restyled(element)
    choices.chosen(element)
    lookSoon()
  }
  pageWorldOf(page).onRestyled(restyled, signal)
  watchShifts(restyled, signal)
  for (const element of page.querySelectorAll(TOPMOST)) restyled(element)
  // Of a popover the tree tells nothing.
  const toggled = ({ target }: Event) => target instanceof Element && restyled(target)
  page.addEventListener('beforetoggle', toggled, { capture: true, passive: true, signal })
  const loaded = ({ target }: Event) => {
    if (target instanceof HTMLLinkElement && target.sheet) eachStyled(target.sheet, page, restyled)
  }
  page.addEventListener('load', loaded, { capture: true, passive: true, signal })
  watchRoots(page, { found: root => observer.observe(root, OBSERVED) }, signal)
  signal.addEventListener('abort', () => {
    observer.disconnect()
    view.cancelAnimationFrame(frame)
    clearTimeout(timer)
    letGo()
  })
})

/** What only comes while a page is read is the page. */
const onlyAdds = ({ type, removedNodes }: MutationRecord) => type === 'childList' && removedNodes.length === 0
