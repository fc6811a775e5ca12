const PAINTED_OVER = reason('A picture in SVG cannot be painted over.', ['images/gif-svg-image'])

const NO_TRACE = reason(
  'It shows and leaves no trace in the tree, and the timers that do it were set before calm mode came.',
  [
    'scripts/custom-state',
    'scripts/highlights',
    'scripts/media-rules',
    'scripts/selection',
    'scripts/slots',
    'scripts/svg-filter',
    'scripts/typed-value',
  ],
)

const EDITED = reason('What may be edited is never written back: it may be what the person writes.', [
  'scripts/typed-editable',
])

const NOT_YET = {
  chromium: { on: [], late: [...NO_TRACE, ...EDITED] },
  firefox: {
    on: PAINTED_OVER,
    late: [
      ...PAINTED_OVER,
      ...reason('Each picture of a set is painted as it comes, over what is held.', ['scripts/srcset']),
      ...NO_TRACE.filter(([page]) => page !== 'scripts/svg-filter'),
      ...EDITED,
    ],
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
