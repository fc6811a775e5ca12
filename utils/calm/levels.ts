import { type CalmOptions, fromEach, NEUTRAL_OPTIONS, type OptionId } from './options'

/** Positions of the volume knob. 0 is off; each of the others is a named set of option values. */
export type Level = 0 | 1 | 2 | 3 | 4

/** A level at which calm mode is on. */
export type OnLevel = Exclude<Level, 0>

export const ON_LEVELS: readonly OnLevel[] = [1, 2, 3, 4]

export const DEFAULT_LEVEL: OnLevel = 2

/** The person's changes to a level: only what differs from its default. */
export type Adjustments = Partial<Record<OptionId, number>>

/**
 * What each level does when nobody has adjusted it. Contrast stays the page's own: less light lowers it by itself.
 */
export const LEVEL_DEFAULTS: Readonly<Record<OnLevel, CalmOptions>> = {
  1: {
    ...NEUTRAL_OPTIONS,
    brightness: 90,
    saturation: 90,
    animations: 1,
    scripts: 1,
    title: 1,
    images: 1,
    video: 1,
  },
  2: {
    ...NEUTRAL_OPTIONS,
    brightness: 80,
    saturation: 80,
    warmth: 10,
    media: 90,
    textSize: 120,
    lineHeight: 150,
    animations: 1,
    scripts: 1,
    title: 1,
    images: 1,
    video: 1,
  },
  3: {
    ...NEUTRAL_OPTIONS,
    brightness: 65,
    saturation: 60,
    warmth: 20,
    media: 80,
    textSize: 140,
    lineHeight: 160,
    letterSpacing: 4,
    wordSpacing: 8,
    paragraphSpacing: 100,
    animations: 1,
    scripts: 1,
    title: 1,
    images: 1,
    video: 1,
  },
  4: {
    ...NEUTRAL_OPTIONS,
    brightness: 50,
    saturation: 30,
    warmth: 30,
    media: 70,
    textSize: 170,
    lineHeight: 170,
    letterSpacing: 6,
    wordSpacing: 12,
    paragraphSpacing: 150,
    animations: 1,
    scripts: 1,
    title: 1,
    images: 1,
    video: 1,
  },
}

/** @returns what a level does, with later adjustments over earlier ones. */
export function levelOptions(level: OnLevel, ...adjustments: Adjustments[]): CalmOptions {
  const changes: Adjustments = Object.assign({}, ...adjustments)
  return fromEach(id => changes[id] ?? LEVEL_DEFAULTS[level][id])
}
