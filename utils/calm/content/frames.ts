/**
 * Whether a frame has to ask what its page shows. Frames follow the page they stand in, not their own site: one from
 * the same origin as all above it was given the page's own values, any other asks.
 */
export function followsTop(frame: Window): boolean {
  return [...frame.location.ancestorOrigins].some(origin => origin !== frame.origin)
}
