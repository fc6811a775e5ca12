import type { PageReport } from '../messages'
import { keepListening } from './lasting'

/** Typing is reported at most this often, in milliseconds. */
const TYPING_EVERY_MS = 1000

/** How near to its end a page counts as read to the end, in CSS pixels. */
const END_PX = 4

/** Reports typing, the end of the page and full screen until `signal` aborts. Listens; never polls. */
export function watchPage(page: Document, report: (report: PageReport) => void, signal: AbortSignal): void {
  const view = page.defaultView
  if (!view) return
  let reported = Number.NEGATIVE_INFINITY

  const typed = ({ isTrusted, timeStamp }: Event) => {
    if (!isTrusted || timeStamp - reported < TYPING_EVERY_MS) return
    reported = timeStamp
    report({ kind: 'typing' })
  }
  const scrolled = ({ target }: Event) => {
    const scroller = target === page ? page.scrollingElement : target
    if (scroller instanceof Element && fillsTheView(scroller) && isAtEnd(scroller))
      report({ kind: 'breakpoint' })
  }
  const tellFullScreen = () => report({ kind: 'fullscreen', on: page.fullscreenElement !== null })

  const listen = (signal: AbortSignal) => {
    const options = { capture: true, passive: true, signal }
    view.addEventListener('keydown', typed, options)
    view.addEventListener('input', typed, options)
    if (view !== view.top) return
    view.addEventListener('scrollend', scrolled, options)
    view.addEventListener('fullscreenchange', tellFullScreen, options)
  }
  keepListening(page, listen, signal)
  if (view === view.top && page.fullscreenElement) tellFullScreen()
}

/** A list or a box of comments has an end too, but is not what is being read. */
function fillsTheView({ clientWidth, clientHeight }: Element): boolean {
  return clientWidth * clientHeight >= (innerWidth * innerHeight) / 2
}

function isAtEnd({ scrollTop, clientHeight, scrollHeight }: Element): boolean {
  return scrollTop > 0 && scrollTop + clientHeight >= scrollHeight - END_PX
}
