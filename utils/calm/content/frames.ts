import { knownRoots } from '../page/roots'

/**
 * Whether a frame has to ask what its page shows. Frames follow the page they stand in, not their own site: one from
 * the same origin as all above it was given the page's own values, any other asks.
 */
export function followsTop(frame: Window): boolean {
  return [...frame.location.ancestorOrigins].some(origin => origin !== frame.origin)
}

/** A frame of fewer CSS pixels than this either way shows nothing. */
const SEEN_PX = 8

/** @returns how many frames of other origins are to be seen in a page. */
export function strangersIn(page: Document): number {
  const frames = knownRoots(page).flatMap(root => [
    ...root.querySelectorAll<HTMLIFrameElement | HTMLObjectElement>('iframe,frame,object'),
  ])
  return frames.filter(
    ({ contentDocument, contentWindow, clientWidth, clientHeight }) =>
      contentWindow && !contentDocument && isSeen(clientWidth, clientHeight),
  ).length
}

/** @returns whether a frame is one of another origin than what it stands in, and to be seen. */
export function isStranger(frame: Window): boolean {
  return frame !== frame.top && frame.frameElement === null && isSeen(frame.innerWidth, frame.innerHeight)
}

function isSeen(width: number, height: number): boolean {
  return width >= SEEN_PX && height >= SEEN_PX
}
