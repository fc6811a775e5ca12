/** What the background knows that a diary needs. */
export interface DiaryState {
  /** The person wants a diary. */
  readonly keeps: boolean
  /** The person's own day that it is now, ISO 8601. */
  readonly today: string
  /** A rest is under way: the diary asks nothing. */
  readonly resting: boolean
}
