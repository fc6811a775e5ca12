/**
 * How far an evening can come, in steps. So many that one of them, a fiftieth of a page's light, is hardly seen; the
 * pages that are open take one every two minutes.
 */
export const DUSK_STEPS = 30

/** From the evening hour until the last step, milliseconds. */
export const DUSK_MS = 60 * 60_000
