/** What calm mode may have to leave on a page as it is, in the order in which it is told. */
export const LEFTOVERS = [
  /** Scripts that ran before calm mode came, and still move something. */
  'scriptsStarted',
  /** What scripts move in a way that cannot be held. */
  'scripts',
  /** A drawing by script that goes on. */
  'canvas',
  /** A picture that moves. */
  'pictures',
  /** Video or sound that plays unasked. */
  'video',
  /** A frame of another site that lets no script in. */
  'frames',
] as const

export type Leftover = (typeof LEFTOVERS)[number]

/** What one frame of a page answers when asked what it could not calm. */
export interface FrameReport {
  readonly left: readonly Leftover[]
  /** How many frames of other origins are to be seen in it. */
  readonly strangers: number
  /** It is such a frame itself. */
  readonly isStranger: boolean
}

/**
 * @param reports what the frames of a page answered
 * @param failed how many of its frames could not be loaded: there is nothing in them to calm
 * @returns what is left on the page as a whole; a frame that is seen and does not answer counts as one that lets no
 * script in
 */
export function leftOnPage(reports: readonly FrameReport[], failed: number): Leftover[] {
  const left = new Set(reports.flatMap(report => report.left))
  const seen = reports.reduce((sum, { strangers }) => sum + strangers, 0)
  const answered = reports.filter(({ isStranger }) => isStranger).length
  if (seen - failed > answered) left.add('frames')
  return LEFTOVERS.filter(kind => left.has(kind))
}

/** @returns whether the page would be calmer if it were loaded again with calm mode there from its start. */
export function isCalmerAfterReload(left: readonly Leftover[]): boolean {
  return left.includes('scriptsStarted')
}
