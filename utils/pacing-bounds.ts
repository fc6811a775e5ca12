/** The most a block may be asked to last, minutes. */
export const MAX_BLOCK_MINUTES = 240
/** The most a rest may be asked to last, minutes. */
export const MAX_REST_MINUTES = 120
/** The most a limit may be set to, minutes: a day. */
export const MAX_LIMIT_MINUTES = 24 * 60
