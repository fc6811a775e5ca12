import { watchRoots } from '@/utils/calm/page/roots'
import { keepListening } from './lasting'

/**
 * Pauses what plays in a frame, and what begins to, until `signal` aborts; then what was interrupted plays on.
 * What the page makes audible without an element in it cannot be reached.
 */
export function holdMedia(page: Document, signal: AbortSignal): void {
  const interrupted = new Set<HTMLMediaElement>()
  const hold = (media: EventTarget | null) => {
    if (!(media instanceof HTMLMediaElement) || media.paused) return
    media.pause()
    interrupted.add(media)
  }
  const listen = (signal: AbortSignal) => {
    const found = (root: Document | ShadowRoot) => {
      for (const media of root.querySelectorAll('video,audio')) hold(media)
      // Play does not bubble, and does not leave a shadow root.
      root.addEventListener('play', ({ target }) => hold(target), { capture: true, signal })
    }
    watchRoots(page, { found }, signal)
  }
  keepListening(page, listen, signal)
  signal.addEventListener('abort', () => {
    for (const media of interrupted) {
      // The browser may refuse, or the page may have put another film in: then it stays as it is.
      if (media.isConnected && !media.ended) media.play().catch(() => undefined)
    }
  })
}
