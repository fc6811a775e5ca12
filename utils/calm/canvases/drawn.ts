/** So many times a second at most the browser tells that a canvas has been drawn on: enough to know what flows. */
const TOLD_PER_SECOND = 8

interface Frame {
  close(): void
}

/** What Chromium reads the pictures of a track by. */
type FrameReader = new (of: { track: MediaStreamTrack }) => { readable: ReadableStream<Frame> }

const { MediaStreamTrackProcessor: Frames } = globalThis as { MediaStreamTrackProcessor?: FrameReader }

/**
 * Has the browser tell when a canvas has been drawn on, wherever that is done: by taking its pictures as a film, of which
 * there is one more each time. What nobody draws on costs nothing.
 *
 * @param drawn is called after it has been drawn on, until `signal` aborts
 * @returns false where the browser does not tell: Firefox makes no film of what is drawn in a worker
 * @throws when the canvas holds pictures of another origin, which nobody may read
 */
export function onDrawn(canvas: HTMLCanvasElement, drawn: () => void, signal: AbortSignal): boolean {
  if (!Frames) return false
  const [track] = canvas.captureStream(TOLD_PER_SECOND).getVideoTracks()
  if (!track) return false
  const frames = new Frames({ track }).readable.getReader()
  signal.addEventListener('abort', () => track.stop())
  void (async () => {
    for (let next = await frames.read(); next.value; next = await frames.read()) {
      next.value.close()
      if (!signal.aborted) drawn()
    }
  })()
  return true
}
