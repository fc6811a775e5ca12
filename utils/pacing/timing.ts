/** The fixed measures of pacing, in milliseconds. What a person may change is in settings.ts. */

const SECOND_MS = 1_000
export const MINUTE_MS = 60_000

/** Someone is expected to report at least this often while time is being counted. */
export const HEARTBEAT_MS = 1 * MINUTE_MS

/** A silence longer than this while a heartbeat was expected means that the machine slept or the clock moved. */
export const GAP_MS = 2 * HEARTBEAT_MS

/** A clock set back by less than this is a correction; by more, it moved. */
export const JITTER_MS = 1 * SECOND_MS

/** The forewarning comes this long before the end of a block: what is predictable startles less (Grillon 2009). */
export const APPROACH_MS = 3 * MINUTE_MS

/** The longest wait for a breakpoint at the end of a block (Iqbal & Bailey: mid-thought interruptions cost most). */
export const BREAKPOINT_WAIT_MS = 3 * MINUTE_MS

/** This long without a key counts as a pause in typing. */
export const TYPING_PAUSE_MS = 5 * SECOND_MS

/** From the first stage of a nudge to the second, which is the last. */
export const SECOND_STAGE_MS = 2 * MINUTE_MS

/**
 * The quiet after a wake, and between two things shown. A notice stays this long too, so that a slow reader can
 * finish it and nothing takes its place early.
 */
export const GRACE_MS = 1 * MINUTE_MS

/** A longer rest comes after this many blocks. */
export const BLOCKS_TO_LONG_REST = 3
