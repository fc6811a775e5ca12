import { DUSK_STEPS } from '../dusk'

/**
 * Everything about a page that calm mode can change, as one flat table of whole numbers.
 * The table is the single source for the settings schema, the popup's controls and the generated value scripts.
 */
export interface OptionRange {
  readonly min: number
  readonly max: number
  readonly step: number
  /** The value that leaves the page as it is. */
  readonly neutral: number
  /** The lowest value besides `neutral`, where there is nothing sensible between the two. */
  readonly floor?: number
}

export const OPTION_RANGES = {
  /** Light of the whole page, in % of its own. */
  brightness: { min: 30, max: 100, step: 5, neutral: 100 },
  /** Contrast of the whole page, in % of its own. */
  contrast: { min: 50, max: 100, step: 5, neutral: 100 },
  /** Colourfulness of the whole page, in % of its own. */
  saturation: { min: 0, max: 100, step: 10, neutral: 100 },
  /** How far colours shift towards warm, in %. */
  warmth: { min: 0, max: 100, step: 10, neutral: 0 },
  /** Light of pictures and video on top of the page's own, in %. */
  media: { min: 30, max: 100, step: 10, neutral: 100 },
  /** Colourfulness of pictures and video on top of the page's own, in %. */
  mediaColour: { min: 0, max: 100, step: 10, neutral: 100 },
  /** Pictures, those behind text too: 0 as the page has them, 1 softer, 2 grey, 3 both. */
  pictureTone: { min: 0, max: 3, step: 1, neutral: 0 },
  /** 1 when light pages are shown in dark colours. */
  theme: { min: 0, max: 1, step: 1, neutral: 0 },
  /** Size of text as it is seen, in % of the page's own. */
  textSize: { min: 100, max: 300, step: 10, neutral: 100 },
  /** The letters of text: 0 the page's own, 1 to 3 as `parts.ts` has them, 4 the browser's own without serifs. */
  typeface: { min: 0, max: 4, step: 1, neutral: 0 },
  /** Distance between lines, in % of the text size, below which lines would overlap; 0 leaves the page's own. */
  lineHeight: { min: 0, max: 250, step: 10, neutral: 0, floor: 100 },
  /** The most characters of a line of running text; 0 leaves the page's own. */
  lineLength: { min: 0, max: 90, step: 5, neutral: 0, floor: 45 },
  /** Extra space between letters, in hundredths of an em (WCAG 1.4.12 asks for 12). */
  letterSpacing: { min: 0, max: 30, step: 2, neutral: 0 },
  /** Extra space between words, in hundredths of an em (WCAG 1.4.12 asks for 16). */
  wordSpacing: { min: 0, max: 60, step: 4, neutral: 0 },
  /** Space after a paragraph, in % of the text size (WCAG 1.4.12 asks for 200); 0 leaves the page's own. */
  paragraphSpacing: { min: 0, max: 300, step: 50, neutral: 0 },
  /** 1 when declared motion (CSS and Web Animations, smooth scrolling, view transitions) is stilled. */
  animations: { min: 0, max: 1, step: 1, neutral: 0 },
  /** 1 when what scripts keep moving is held, and pages are told that less motion is wanted. */
  scripts: { min: 0, max: 1, step: 1, neutral: 0 },
  /** 1 when a title and icon that flash in the row of tabs are held. */
  title: { min: 0, max: 1, step: 1, neutral: 0 },
  /** 1 when bars that stay in view while the page is scrolled go with the page. */
  pinned: { min: 0, max: 1, step: 1, neutral: 0 },
  /** 1 when the tab makes no sound. */
  mute: { min: 0, max: 1, step: 1, neutral: 0 },
  /** 1 when pictures that move show one frame. */
  images: { min: 0, max: 1, step: 1, neutral: 0 },
  /** 1 when video and sound that the person has not asked for are kept still. */
  video: { min: 0, max: 1, step: 1, neutral: 0 },
  /** How far the evening has come, in steps: warmer and dimmer on top of all else. The hour decides it, not a level. */
  dusk: { min: 0, max: DUSK_STEPS, step: 1, neutral: 0 },
} as const satisfies Record<string, OptionRange>

export type OptionId = keyof typeof OPTION_RANGES

/** What a person sets for a level or a site. */
export type ChosenOptionId = Exclude<OptionId, 'dusk'>

/** A value for every option: what an effect is given. */
export type CalmOptions = Readonly<Record<OptionId, number>>

/** What keeps a page still, one kind of motion each. */
export const MOTION_OPTIONS = [
  'animations',
  'scripts',
  'title',
  'images',
  'video',
] as const satisfies OptionId[]

export const OPTION_IDS = Object.keys(OPTION_RANGES) as OptionId[]

export const CHOSEN_OPTION_IDS = OPTION_IDS.filter((id): id is ChosenOptionId => id !== 'dusk')

/** The options that leave a page as it is. */
export const NEUTRAL_OPTIONS: CalmOptions = fromEach(id => OPTION_RANGES[id].neutral)

/** @returns whether everything on the page may move. */
export function letsMove(options: CalmOptions): boolean {
  return MOTION_OPTIONS.every(id => options[id] === OPTION_RANGES[id].neutral)
}

/** @returns whether a script in the page's own world is needed for these options. */
export function entersPageWorld({ scripts, title }: CalmOptions): boolean {
  return scripts === 1 || title === 1
}

/** @returns the options with `value(id)` at every option. */
export function fromEach(value: (id: OptionId) => number): CalmOptions {
  return Object.fromEntries(OPTION_IDS.map(id => [id, value(id)])) as Record<OptionId, number>
}

/** @returns the nearest value the option allows; its neutral value when `value` is no finite number. */
export function nearestAllowed(id: OptionId, value: number): number {
  const { min, max, step, neutral, floor }: OptionRange = OPTION_RANGES[id]
  if (!Number.isFinite(value)) return neutral
  const stepped = min + Math.round((value - min) / step) * step
  if (floor !== undefined && stepped < floor) return stepped - neutral < floor - stepped ? neutral : floor
  return Math.min(max, Math.max(min, stepped))
}

/** @returns every value the option allows, lowest first. */
export function allowedValues(id: OptionId): number[] {
  const { min, max, step } = OPTION_RANGES[id]
  const values = Array.from({ length: (max - min) / step + 1 }, (_, index) => min + index * step)
  return values.filter(value => nearestAllowed(id, value) === value)
}
