/** Pages that calm mode does not still yet in Chromium, or stills too late to be seen to, each with its reason. */
export const NOT_STILL_YET: ReadonlyMap<string, string> = new Map([
  ...reason('Animated picture files are not stilled.', [
    'images/gif',
    'images/gif-background',
    'images/gif-blob',
    'images/gif-border',
    'images/gif-content',
    'images/gif-cross-site',
    'images/gif-data',
    'images/gif-input',
    'images/gif-late',
    'images/gif-marker',
    'images/gif-no-extension',
    'images/gif-picture',
    'images/gif-shadow',
    'images/gif-strict-policy',
    'images/gif-svg-image',
    'images/gif-swapped',
    'images/svg-background',
    'images/svg-css',
    'images/svg-smil',
  ]),
  ...reason('What is drawn in a worker reaches the screen without passing the page.', [
    'scripts/offscreen-canvas',
  ]),
])

/** Pages that wait for something that does not come. */
export const NOT_WORKING_YET: ReadonlyMap<string, string> = new Map()

function reason(why: string, pages: readonly string[]): (readonly [string, string])[] {
  return pages.map(page => [page, why] as const)
}
