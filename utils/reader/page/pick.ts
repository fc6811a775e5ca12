import { make, makeButton } from '@/utils/nudges/page/elements'
import { createHost } from '@/utils/nudges/page/host'
import { CARD_CSS } from '@/utils/nudges/page/style'
import { candidateTo, type Direction, firstCandidate, partAround } from './candidates'
import type { PickWords } from './pick-words'
import { selectorOf } from './selector'

const CSS_OF_PICKER = `${CARD_CSS}
.frame{position:fixed;pointer-events:none;border:3px solid #9fb0b4;border-radius:6px;outline:3px solid #15191b}
.card{position:fixed;right:16px;bottom:16px;pointer-events:auto;display:flex;flex-direction:column;gap:14px;width:344px;max-width:calc(100% - 32px)}
.part{color:#b8b5ad;min-height:48px}
`
const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'larger',
  ArrowDown: 'smaller',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
}
/** How much of a part's text is said. */
const SAID = 60

/**
 * Lets the person pick a part of the page, by pointer or by keys. The page hears neither meanwhile.
 *
 * @param picked is told the part's selector; null when the person goes back without.
 */
export function pickPart(page: Document, words: PickWords, picked: (part: string | null) => void): void {
  const view = page.defaultView ?? window
  const control = new AbortController()
  const { signal } = control
  const host = createHost(page, CSS_OF_PICKER, true)
  const frame = make(page, 'div', 'frame')
  const said = make(page, 'p', 'part')
  said.setAttribute('role', 'status')
  let candidate = firstCandidate(page)
  let held = false

  const end = (part: string | null) => {
    control.abort()
    host.element.remove()
    picked(part)
  }
  const show = (part: Element) => {
    candidate = part
    said.textContent = `${part.textContent?.trim().replace(/\s+/g, ' ').slice(0, SAID)} …`
    place()
  }
  const place = () => {
    const { top, left, width, height } = candidate.getBoundingClientRect()
    Object.assign(frame.style, {
      top: `${top}px`,
      left: `${left}px`,
      width: `${width}px`,
      height: `${height}px`,
    })
  }
  const move = (direction: Direction) => {
    held = true
    show(candidateTo(direction, candidate))
    candidate.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    place()
  }
  const onKey = (event: KeyboardEvent) => {
    const direction = DIRECTIONS[event.key]
    if (event.key === 'Escape') end(null)
    else if (direction) move(direction)
    // Tab and Enter are for the card's buttons.
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const onPointer = (event: PointerEvent | MouseEvent) => {
    if (event.composedPath().includes(host.element)) return
    if (event.type !== 'pointermove') {
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    if (event.type === 'pointermove' && held) return
    held ||= event.type === 'click'
    const hit = page.elementFromPoint(event.clientX, event.clientY)
    if (hit) show(partAround(hit))
  }

  const take = makeButton(page, words.take, () => end(selectorOf(candidate)))
  const buttons = make(
    page,
    'div',
    'buttons',
    take,
    makeButton(page, words.larger, () => move('larger')),
    makeButton(page, words.smaller, () => move('smaller')),
    makeButton(page, words.back, () => end(null)),
  )
  const card = make(page, 'div', 'card', make(page, 'p', 'line', words.how), said, buttons)
  card.setAttribute('role', 'group')
  card.setAttribute('aria-label', words.name)
  const all = make(page, 'div', '', frame, card)
  all.lang = words.language
  host.root.append(all)

  host.listen(signal)
  view.addEventListener('keydown', onKey, { capture: true, signal })
  for (const type of ['pointermove', 'pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'] as const) {
    view.addEventListener(type, onPointer, { capture: true, signal })
  }
  view.addEventListener('scroll', place, { capture: true, passive: true, signal })
  view.addEventListener('resize', place, { signal })
  page.documentElement.append(host.element)
  host.element.showPopover()
  show(candidate)
  take.focus({ preventScroll: true })
}
