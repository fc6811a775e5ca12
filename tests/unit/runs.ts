/** How many times a property is tried: often enough to notice by default, thoroughly with LUWTE_DEEP=1. */
export const RUNS = process.env.LUWTE_DEEP === '1' ? 10_000 : 300

/** Whether there is time for all of something rather than a part of it. */
export const DEEP = process.env.LUWTE_DEEP === '1'

/** Time for one property, milliseconds. */
export const PROPERTY_TIMEOUT = DEEP ? 3_600_000 : 120_000
