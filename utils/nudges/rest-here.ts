import { browser } from 'wxt/browser'
import { request } from '../messaging/request'
import type { SurfaceMessage } from './messages'
import { createRest } from './page/rest'
import { SURFACE } from './stored-surface'

/**
 * Rests in a page of Luwte's own, which stands in front of one where no script may run. It begins as blank as a new tab,
 * grows dark, and closes once its light has come back, so that nothing flashes.
 */
export async function restHere(page: Document): Promise<void> {
  const surface = () => request('pacing.surface', {})
  const first = await surface()
  page.documentElement.lang = first.words.language
  const rest = createRest(page, first.words, leave, () => void close())

  function leave(): void {
    rest.leave()
    void request('pacing.answer', { answer: 'back' })
  }
  function show({ view, words }: SurfaceMessage): void {
    if (view?.kind === 'rest') rest.show(view, words)
    else rest.leave()
  }

  // The browser opens it again with everything else that was open: then there may be nothing to rest for.
  if (first.view?.kind !== 'rest') return close()
  show(first)
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'session' && SURFACE in changes) void surface().then(show)
  })
}

async function close(): Promise<void> {
  const own = await browser.tabs.getCurrent()
  if (own?.id !== undefined) await browser.tabs.remove(own.id)
}
