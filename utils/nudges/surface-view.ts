/**
 * What one surface inside a page shows. At most one is on the screen at a time. Every line is already in the person's
 * language; the buttons belong to the kind.
 */
export type SurfaceView =
  /** A line that asks nothing: what is coming, or an answer to what the person just did. No buttons. */
  | { readonly kind: 'forewarning' | 'notice'; readonly line: string }
  /** An invitation to rest: Rest, Later, Off. */
  | { readonly kind: 'nudge'; readonly line: string }
  /** The time the person chose is reached: leave, a little longer, Off. */
  | { readonly kind: 'limit'; readonly line: string }
  /** The dark, quiet page. */
  | RestView

/** The rest surface. A line on it never holds a digit. */
export interface RestView {
  readonly kind: 'rest'
  /** One rest idea; `null` for none. */
  readonly idea: string | null
  /** A kind word in the person's own words; `null` for none. */
  readonly kindLine: string | null
  /** Breathing along is on offer. It never begins by itself. */
  readonly breathing: boolean
  /** What is said softly when the planned rest is over; `null` before that. */
  readonly done: string | null
}
