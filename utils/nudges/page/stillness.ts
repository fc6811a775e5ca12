import { adoptSheet } from '@/utils/calm/page/sheets'
import { keepListening } from './lasting'

const SCROLL_KEYS = new Set([
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  ' ',
])

/** The page's own scroll bar lies beside every surface and would be a bright strip in the dark. */
const DARK_SCROLL_BAR = ':root{scrollbar-color:#23282a #0b0d0e!important}'

/**
 * Keeps the page where it is until `signal` aborts: no wheel, finger or key scrolls it. Its layout is not touched, so
 * the scroll bar stays and nothing jumps. Call it before the surface takes the focus, which scrolls in Firefox.
 *
 * @param surface what lies over the page; where its own content is too long, that may scroll.
 * @returns what puts the page back to where it was.
 */
export function holdScrolling(page: Document, surface: HTMLElement, signal: AbortSignal): () => void {
  const view = page.defaultView
  if (!view) return () => undefined
  const { scrollX: left, scrollY: top } = view
  const stop = (event: Event) => {
    if (surface.scrollHeight <= surface.clientHeight) event.preventDefault()
  }
  const stopKey = (event: KeyboardEvent) => {
    const presses = event.key === ' ' && page.activeElement === hostOf(surface)
    if (SCROLL_KEYS.has(event.key) && !presses) stop(event)
  }
  const putBack = () => view.scrollTo({ left, top, behavior: 'instant' })
  const listen = (signal: AbortSignal) => {
    surface.addEventListener('wheel', stop, { passive: false, signal })
    surface.addEventListener('touchmove', stop, { passive: false, signal })
    view.addEventListener('keydown', stopKey, { capture: true, signal })
    // The scroll bar itself can still be dragged, and the page can scroll by script.
    view.addEventListener('scroll', putBack, { capture: true, signal })
  }
  keepListening(page, listen, signal)
  signal.addEventListener('abort', putBack)
  return putBack
}

/** Darkens the page's scroll bar until `signal` aborts. */
export function darkenScrollBar(page: Document, signal: AbortSignal): void {
  adoptSheet(page, DARK_SCROLL_BAR, signal)
}

const hostOf = (surface: Element): Element | null => {
  const root = surface.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}
