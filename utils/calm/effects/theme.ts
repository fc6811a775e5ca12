import { hasClosedSheets } from '../dark/closed-sheets'
import { isDark } from '../dark/darkness'
import { invert } from '../dark/invert'
import { asIfDark } from '../dark/scheme-query'
import { answerMediaQueries } from '../page/media-queries'
import { askPageLight } from '../page/page-light'
import { type DarkEngine, withPart } from '../page/parts'
import { adoptSheet } from '../page/sheets'
import type { Effect } from './effect'

/** How long a page is held nearly dark for what may not come, in milliseconds. */
const PATIENCE_MS = 3000

/**
 * Shows light pages in dark colours, by the mildest way that does it:
 *
 * 1. a page that is dark already is left alone;
 * 2. a dark scheme of the page's own is asked for, which is cheapest and truest;
 * 3. Dark Reader's engine repaints the page, where it may read the page's styles;
 * 4. where it may not, light is turned into dark as a whole, pictures and frames excepted.
 *
 * The page is held nearly dark until that is done, but not for long: one that loads slowly is judged by what is there, and
 * an engine that does not come leaves the page as it is.
 */
export const theme: Effect = {
  id: 'theme',
  options: ['theme'],
  movesLayout: false,
  apply(page, options, signal) {
    if (options.theme === 0 || signal.aborted) return
    askPageLight(page, 'held')
    signal.addEventListener('abort', () => askPageLight(page, 'own'))
    let loads = page.readyState === 'loading'
    if (!loads) return darken(page, signal)
    const begin = () => {
      if (loads && !signal.aborted) darken(page, signal)
      loads = false
    }
    page.addEventListener('DOMContentLoaded', begin, { once: true })
    setTimeout(begin, PATIENCE_MS)
  },
}

function darken(page: Document, signal: AbortSignal): void {
  const show = () => {
    if (!signal.aborted) askPageLight(page, 'own')
  }
  if (isDark(page) || showsOwnScheme(page, signal)) show()
  else if (hasClosedSheets(page)) invert(page, signal)
  else {
    withPart('dark', engine => repaint(page, engine, show, signal), signal)
    setTimeout(show, PATIENCE_MS)
  }
}

/** The engine has read the page's styles by the time the next frame has been painted. */
function repaint(page: Document, engine: DarkEngine, done: () => void, signal: AbortSignal): void {
  engine.enable()
  signal.addEventListener('abort', () => engine.disable())
  const view = page.defaultView
  if (!view || page.hidden) done()
  else view.requestAnimationFrame(() => view.requestAnimationFrame(done))
}

/** Asks for the page's own dark scheme. @returns whether that made the page dark; otherwise it is as it was. */
function showsOwnScheme(page: Document, signal: AbortSignal): boolean {
  const asking = new AbortController()
  const scheme = page.defaultView?.getComputedStyle(page.documentElement).colorScheme ?? ''
  answerMediaQueries(page, asIfDark, asking.signal)
  if (/\bdark\b/.test(scheme)) adoptSheet(page, ':root{color-scheme:dark!important}', asking.signal)
  const darkened = isDark(page)
  if (darkened) signal.addEventListener('abort', () => asking.abort())
  else asking.abort()
  return darkened
}
