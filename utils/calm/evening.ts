import { type CalmOptions, NEUTRAL_OPTIONS, OPTION_RANGES } from './options'

/** The least light that an evening leaves, in % of the page's own; a person may have chosen less. */
const LEAST_LIGHT = 30

/** How far the last step dims, as a share of the light there is. */
const DIMS = 0.25

/** How far the last step shifts colours towards warm, in %. */
const WARMS = 30

/**
 * What a page shows when the evening has come this far: what calm mode shows there, or else the page itself, and the
 * evening on top. Nothing at all where there is neither.
 *
 * @param options what calm mode shows; null where it is off.
 * @param dusk in steps; 0 for no evening.
 */
export function withDusk(options: CalmOptions | null, dusk: number): CalmOptions | null {
  if (dusk === 0) return options
  return { ...(options ?? NEUTRAL_OPTIONS), dusk }
}

/** @returns the light and warmth, in %, that options and evening come to together. */
export function eveningLight({ brightness, warmth, dusk }: CalmOptions): {
  brightness: number
  warmth: number
} {
  const share = dusk / OPTION_RANGES.dusk.max
  const least = Math.min(brightness, LEAST_LIGHT)
  return {
    brightness: Math.max(least, brightness * (1 - DIMS * share)),
    warmth: Math.min(100, warmth + WARMS * share),
  }
}
