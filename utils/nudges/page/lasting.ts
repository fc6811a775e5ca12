import { onReopened } from '@/utils/calm/page/reopened'

/**
 * Listens until `signal` aborts, through a page that writes itself anew (`document.open`): that takes every listener away,
 * those inside a closed shadow root too.
 *
 * @param listen adds listeners that end with the signal it is given. May be called any number of times.
 */
export function keepListening(
  page: Document,
  listen: (signal: AbortSignal) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return
  let mine = new AbortController()
  listen(mine.signal)
  const renew = () => {
    mine.abort()
    mine = new AbortController()
    listen(mine.signal)
  }
  onReopened(page, renew, signal)
  signal.addEventListener('abort', () => mine.abort())
}
