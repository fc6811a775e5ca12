/** Pages that calm mode does not still yet in Chromium, or stills too late to be seen to, each with its reason. */
export const NOT_STILL_YET: ReadonlyMap<string, string> = new Map([
  ...reason('What is drawn in a worker reaches the screen without passing the page.', [
    'scripts/offscreen-canvas',
  ]),
])

/** Pages that wait for something that does not come. */
export const NOT_WORKING_YET: ReadonlyMap<string, string> = new Map()

function reason(why: string, pages: readonly string[]): (readonly [string, string])[] {
  return pages.map(page => [page, why] as const)
}
