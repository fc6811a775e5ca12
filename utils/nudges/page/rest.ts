import type { SurfaceWords } from '../messages'
import type { RestView } from '../surface-view'
import { createBreathing } from './breathing'
import type { PageSurface } from './card'
import { keepRing, make, makeButton } from './elements'
import { FADE_MS, Fade, WORDS_FADE_MS } from './fade'
import { createHost } from './host'
import { keepListening } from './lasting'
import { holdMedia } from './media'
import { darkenScrollBar, holdScrolling } from './stillness'
import { REST_CSS } from './style'
import { focused, isHit, keepOnTop } from './top'

/**
 * The rest surface: the page grows dark and is left alone. A modal dialog, because the person asked for it: it takes
 * the focus and keeps everything else from being reached. Leaving gives all of that back at once, and the light slowly.
 */
export function createRest(
  page: Document,
  words: SurfaceWords,
  back: () => void,
  gone: () => void,
): PageSurface<RestView> {
  const host = createHost(page, REST_CSS, false)
  const idea = make(page, 'p', '')
  const kindLine = make(page, 'p', '')
  const done = make(page, 'p', 'done')
  done.role = 'status'
  const breathing = createBreathing(page, words.breatheInWords, () => breathe(false))
  const breatheButton = makeButton(page, words.breathe, () => breathe(breatheButton.ariaPressed !== 'true'))
  const backButton = makeButton(page, words.back, back)
  backButton.autofocus = true
  const buttons = make(page, 'div', 'buttons', breatheButton, backButton)
  const middle = make(
    page,
    'div',
    'middle',
    make(page, 'div', 'idea', idea, kindLine),
    breathing.element,
    make(page, 'div', 'below', done, buttons),
  )
  const dialog = make(page, 'dialog', '', middle)
  dialog.ariaLabel = words.rest
  dialog.lang = words.language
  host.root.append(dialog)

  const ending = new AbortController()
  const fade = new Fade(dialog)
  const doneFade = new Fade(done, WORDS_FADE_MS)
  let resting: AbortController | null = null
  let focusBefore: HTMLElement | null = null

  const breathe = (on: boolean) => {
    breatheButton.ariaPressed = String(on)
    breathing.set(on)
  }

  const raise = () => {
    const inside = host.root.activeElement
    if (dialog.open) dialog.close()
    if (dialog.matches(':popover-open')) dialog.hidePopover()
    if (resting) {
      dialog.removeAttribute('popover')
      dialog.showModal()
      if (inside instanceof HTMLElement) inside.focus({ preventScroll: true })
    } else {
      dialog.popover = 'manual'
      dialog.showPopover()
    }
    dialog.inert = !resting
  }
  const isOnTop = () => resting === null || isHit(host.element, dialog.getBoundingClientRect())

  const listenForEscape = (signal: AbortSignal) => {
    const leave = (event: KeyboardEvent) => {
      if (!event.isTrusted || event.key !== 'Escape') return
      // The browser would close the dialog at once, and the light with it.
      event.preventDefault()
      event.stopImmediatePropagation()
      back()
    }
    page.defaultView?.addEventListener('keydown', leave, { capture: true, signal })
  }
  const listen = (signal: AbortSignal) => {
    host.listen(signal)
    dialog.addEventListener('cancel', event => event.preventDefault(), { signal })
    // A press beside the buttons leaves the focus on them, so that one key still leaves.
    dialog.addEventListener('mousedown', event => event.preventDefault(), { signal })
  }
  keepListening(page, listen, ending.signal)

  const begin = () => {
    const mine = new AbortController()
    resting = mine
    breathe(false)
    keepRing(host.root, false)
    focusBefore = focused(page)
    holdMedia(page, mine.signal)
    const putBack = holdScrolling(page, dialog, mine.signal)
    if (!host.element.isConnected) keepOnTop(page, host, { raise, isOnTop, modal: true }, ending.signal)
    else raise()
    putBack()
    keepListening(page, listenForEscape, mine.signal)
    const half = setTimeout(() => darkenScrollBar(page, mine.signal), FADE_MS / 2)
    mine.signal.addEventListener('abort', () => clearTimeout(half))
    void fade.to(true)
  }

  return {
    show(view) {
      idea.textContent = view.idea ?? ''
      kindLine.textContent = view.kindLine ?? ''
      breatheButton.hidden = !view.breathing
      if (!view.breathing) breathe(false)
      if (view.done) done.textContent = view.done
      void doneFade.to(view.done !== null)
      if (!resting) begin()
    },
    leave() {
      if (!resting) return
      const ended = resting
      resting = null
      breathing.freeze()
      keepRing(host.root, true)
      raise()
      focusBefore?.focus({ preventScroll: true })
      ended.abort()
      void fade.to(false).then(left => {
        if (!left || resting) return
        ending.abort()
        gone()
      })
    },
  }
}
