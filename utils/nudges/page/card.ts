import type { Answer, SurfaceWords } from '../messages'
import type { RestView, SurfaceView } from '../surface-view'
import { keepRing, make, makeButton } from './elements'
import { onUnusedEscape } from './escape'
import { Fade, WORDS_FADE_MS } from './fade'
import { createHost } from './host'
import { keepListening } from './lasting'
import { CARD_CSS } from './style'
import { isHit, keepOnTop } from './top'

export type CardView = Exclude<SurfaceView, RestView>

/** A surface of Luwte's in a page. */
export interface PageSurface<View> {
  /** Fades it in, or what is new on it. The same view again changes nothing. */
  show(view: View, words: SurfaceWords): void
  /** Fades it away, and leaves nothing in the page. */
  leave(): void
}

/** The first seconds the pointer passes through: nobody presses what they could not have seen yet. In milliseconds. */
const UNMET_MS = 4000

/** The answers a card offers, in the order of its buttons; the first is not more than the others. */
const ANSWERS_ON: Readonly<Record<CardView['kind'], readonly Exclude<Answer, 'dismiss'>[]>> = {
  forewarning: [],
  notice: [],
  nudge: ['rest', 'later', 'off'],
  limit: ['leave', 'longer', 'off'],
}

/**
 * The card in the bottom corner: one line and at most three equal buttons. It never takes the focus: its place in the
 * order of Tab is the end of the page, and a press of the pointer leaves the focus where it was.
 */
export function createCard(
  page: Document,
  answer: (answer: Answer) => void,
  gone: () => void,
): PageSurface<CardView> {
  const host = createHost(page, CARD_CSS, true)
  const line = make(page, 'p', 'line')
  line.role = 'status'
  line.ariaLive = 'polite'
  const buttons = make(page, 'div', 'buttons')
  const content = make(page, 'div', 'words', line, buttons)
  const card = make(page, 'div', 'card', content)
  card.role = 'group'
  host.root.append(card)

  const ending = new AbortController()
  const fade = new Fade(card)
  const wordsFade = new Fade(content, WORDS_FADE_MS)
  let shown: CardView | null = null
  let focusBefore: EventTarget | null = null
  let meeting: ReturnType<typeof setTimeout> | undefined

  const fill = ({ kind, line: text }: CardView, words: SurfaceWords) => {
    card.lang = words.language
    card.ariaLabel = words.name
    line.textContent = text
    const names = ANSWERS_ON[kind].map(name => words[name])
    if (names.join() === [...buttons.children].map(({ textContent }) => textContent).join()) return
    giveFocusBack()
    buttons.replaceChildren(
      ...ANSWERS_ON[kind].map(name => makeButton(page, words[name], () => answer(name))),
    )
  }
  const giveFocusBack = () => {
    if (host.root.activeElement && focusBefore instanceof HTMLElement)
      focusBefore.focus({ preventScroll: true })
  }
  const dismiss = () => shown && answer('dismiss')

  const listen = (signal: AbortSignal) => {
    host.listen(signal)
    const options = { signal }
    const noteFocus = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && card.contains(relatedTarget))) focusBefore = relatedTarget
    }
    const dismissByKey = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.key !== 'Escape') return
      event.preventDefault()
      dismiss()
    }
    card.addEventListener('focusin', noteFocus, options)
    card.addEventListener('mousedown', event => event.preventDefault(), options)
    card.addEventListener('keydown', dismissByKey, options)
    onUnusedEscape(page, dismiss, signal)
  }

  return {
    show(view, words) {
      const before = shown
      const same = before?.kind === view.kind && before.line === view.line
      // What is on its way is known by this object, so the same view once more must not take its place.
      if (!same) shown = view
      card.inert = false
      keepRing(host.root, false)
      void fade.to(true)
      if (!before) {
        meeting = setTimeout(() => card.classList.add('met'), UNMET_MS)
        if (!host.element.isConnected) {
          const raising = {
            raise: () => raise(host.element),
            isOnTop: () => isOnTop(card, host.element),
            modal: false,
          }
          keepListening(page, listen, ending.signal)
          keepOnTop(page, host, raising, ending.signal)
        }
      }
      if (same) return
      void changeWords(wordsFade, () => shown === view && fill(view, words))
    },
    leave() {
      if (!shown) return
      shown = null
      clearTimeout(meeting)
      keepRing(host.root, true)
      giveFocusBack()
      card.classList.remove('met')
      card.inert = true
      void fade.to(false).then(left => {
        if (!left || shown) return
        ending.abort()
        gone()
      })
    },
  }
}

/** What is read goes first and what is new comes after, so that two lines never show through each other. */
async function changeWords(fade: Fade, change: () => void): Promise<void> {
  if (!(await fade.to(false))) return
  change()
  await fade.to(true)
}

function raise(element: HTMLElement): void {
  // One script without a frame between: the eye sees nothing of it.
  if (element.matches(':popover-open')) element.hidePopover()
  element.showPopover()
}

/** While the pointer still passes through, it cannot be asked what lies on top: then it is raised to be sure. */
function isOnTop(card: HTMLElement, element: Element): boolean {
  return card.classList.contains('met') && isHit(element, card.getBoundingClientRect())
}
