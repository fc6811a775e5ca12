import { shadowRootOf } from '@/utils/calm/page/shadow-root-of'
import type { Host } from './host'
import { keepListening } from './lasting'

/** How a surface is brought above everything else. */
export interface Raising {
  /** Puts it last in the top layer, without a frame in which it is not there. */
  raise(): void
  /** Whether nothing covers it or keeps the person from it. */
  isOnTop(): boolean
  /** A surface that is modal itself need not stand inside the page's own modal dialog. */
  readonly modal: boolean
}

/** What may bring something of the page's above, or let something of it go. */
const SHIFTS = 'beforetoggle toggle close focusin fullscreenchange resize'.split(' ')

/**
 * Puts a surface into the page and keeps it there and on top until `signal` aborts, whatever the page does: removing
 * or changing the host, rewriting itself, opening dialogs and popovers. Reacts to events and mutations; never polls.
 */
export function keepOnTop(page: Document, host: Host, raising: Raising, signal: AbortSignal): void {
  const { element } = host
  const modals: HTMLDialogElement[] = []
  let frame = 0
  let placedInFrame = false

  const place = () => {
    host.restore()
    const home = raising.modal ? page.documentElement : (topmostModal(page, modals) ?? page.documentElement)
    if (!home) return
    if (element.parentNode !== home) {
      home.append(element)
      watchHome()
      raising.raise()
    } else if (!raising.isOnTop()) raising.raise()
  }
  const placeInFrame = () => {
    frame = 0
    placedInFrame = false
    place()
  }
  const later = () => {
    frame ||= requestAnimationFrame(placeInFrame)
  }
  /** Before the next paint, so that nothing flashes; once a frame, so that a page that fights back is not frozen. */
  const now = () => {
    if (placedInFrame) return later()
    placedInFrame = true
    place()
    later()
  }

  const observer = new MutationObserver(records => {
    const relevant = records.some(({ type }) => type === 'attributes')
    if (relevant || !element.isConnected) now()
  })
  const watchHome = () => {
    observer.disconnect()
    for (const root of new Set([page, element.getRootNode()])) {
      observer.observe(root, { childList: true, subtree: true, attributeFilter: ['open'] })
    }
    observer.observe(element, { attributes: true })
  }

  const listen = (signal: AbortSignal) => {
    for (const type of SHIFTS) {
      page.defaultView?.addEventListener(type, ({ target }) => target !== element && later(), {
        capture: true,
        signal,
      })
    }
    element.addEventListener('toggle', () => !element.matches(':popover-open') && later(), { signal })
  }
  keepListening(page, listen, signal)
  watchHome()
  now()
  signal.addEventListener('abort', () => {
    observer.disconnect()
    cancelAnimationFrame(frame)
    element.remove()
  })
}

/** @returns whether a point of the host is the first thing there: neither covered nor made inert by a modal dialog. */
export function isHit(element: Element, box: DOMRect): boolean {
  const root = element.getRootNode() as Document | ShadowRoot
  return root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === element
}

/**
 * A modal dialog makes everything outside of it inert, so a surface that can be answered has to stand inside.
 *
 * @param known the dialogs open before, in the order of opening; brought up to date.
 */
function topmostModal(page: Document, known: HTMLDialogElement[]): HTMLDialogElement | undefined {
  const inShadow = modalAround(focused(page))
  const open = [...page.getElementsByTagName('dialog'), ...(inShadow ? [inShadow] : [])]
  const still = known.filter(dialog => dialog.isConnected && dialog.matches(':modal'))
  const fresh = open.filter(dialog => dialog.matches(':modal') && !still.includes(dialog))
  known.splice(0, known.length, ...new Set([...still, ...fresh]))
  return known.at(-1)
}

function modalAround(element: Element | null): HTMLDialogElement | null {
  for (let at = element; at; at = hostOf(at)) {
    const dialog = at.closest<HTMLDialogElement>('dialog:modal')
    if (dialog) return dialog
  }
  return null
}

const hostOf = (element: Element): Element | null => {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root.host : null
}

/** @returns what has the focus, also in the shadow roots of the page. */
export function focused(page: Document): HTMLElement | null {
  let at = page.activeElement
  for (;;) {
    const inner = at instanceof HTMLElement ? shadowRootOf(at)?.activeElement : null
    if (!inner) return at instanceof HTMLElement ? at : null
    at = inner
  }
}
