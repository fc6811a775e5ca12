/** How often a page may start the same thing again before it is held in a way the page does not notice. */
const INSISTS = 3

interface Hold {
  times: number
  /** The playback rate to give back; null while it is held by pausing. */
  rate: number | null
}

/** Video and sound that are kept still, and played on when they are let go. */
export class HeldMedia {
  readonly #held = new Map<HTMLMediaElement, Hold>()

  /** Holds what plays. A call or a camera, whose picture comes from elsewhere, is left alone. */
  hold(media: HTMLMediaElement): void {
    if (media.srcObject && !isDrawn(media.srcObject)) return
    const hold = this.#held.get(media) ?? { times: 0, rate: null }
    this.#held.set(media, hold)
    hold.times++
    if (hold.times <= INSISTS) {
      media.pause()
      return
    }
    // Paused, it would be started again and again: it stands still and believes that it plays.
    hold.rate ??= media.playbackRate
    media.playbackRate = 0
  }

  /** Leaves to the person what they are about to start: it waits, paused, for the page's own controls. */
  hand(media: HTMLMediaElement): void {
    const rate = this.#held.get(media)?.rate ?? null
    this.#held.delete(media)
    if (rate === null) return
    media.playbackRate = rate
    media.pause()
  }

  /** @returns what is held now. */
  all(): HTMLMediaElement[] {
    return [...this.#held.keys()]
  }

  /** Lets go of what has left the page. */
  prune(): void {
    for (const media of this.#held.keys()) if (!media.isConnected) this.#held.delete(media)
  }

  /** Lets everything play on. */
  release(): void {
    for (const [media, { rate }] of this.#held) {
      if (rate !== null) media.playbackRate = rate
      // A page may have taken its source away meanwhile: then there is nothing to play.
      media.play().catch(() => undefined)
    }
    this.#held.clear()
  }
}

/** Whether a stream shows what a script draws on a canvas. */
function isDrawn(stream: MediaProvider): boolean {
  if (!(stream instanceof MediaStream)) return false
  // Chromium says so of the track, Firefox of the stream.
  return [stream, ...stream.getVideoTracks()].some(drawn => 'canvas' in drawn)
}
