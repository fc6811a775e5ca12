const KEPT_STYLE = reason(
  'A rule whose style a script has kept from before changes, and the browser tells of no shift.',
  ['scripts/media-rules'],
)

const NOT_YET = {
  chromium: { on: [], late: [] },
  firefox: {
    on: [],
    late: KEPT_STYLE,
  },
} as const

/**
 * Pages that calm mode does not still yet, or stills too late to be seen to, and pages that wait for something that does
 * not come, each with its reason.
 */
export function notYetOf(browser: 'chromium' | 'firefox', when: 'on' | 'late'): ReadonlyMap<string, string> {
  return new Map(NOT_YET[browser][when])
}

function reason(why: string, pages: readonly string[]): readonly (readonly [string, string])[] {
  return pages.map(page => [page, why] as const)
}
