/** Pages that calm mode does not still yet in Chromium, or stills too late to be seen to, each with its reason. */
export const NOT_STILL_YET: ReadonlyMap<string, string> = new Map()

/** Pages that wait for something that does not come. */
export const NOT_WORKING_YET: ReadonlyMap<string, string> = new Map()
