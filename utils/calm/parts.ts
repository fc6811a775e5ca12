import type { CalmOptions } from './options'

/**
 * Parts of calm mode that are large and that few pages need: each is a script of its own, in the extension's own world
 * of a page. A page whose options ask for none of them gets not one byte.
 */
export type PartName = 'canvases' | 'dark' | 'pictures' | 'tone' | `typeface-${1 | 2 | 3}`

export const PART_NAMES: readonly PartName[] = [
  'canvases',
  'dark',
  'pictures',
  'tone',
  'typeface-1',
  'typeface-2',
  'typeface-3',
]

/** The typeface option's value for the browser's own letters without serifs, which need no part. */
export const SYSTEM_TYPEFACE = 4

/**
 * What the person has asked for has to be there when calm mode's script runs: parts come before it. Those for pictures
 * and canvases come when a page shows one that may move.
 */
export function partsFor({ theme, pictureTone, typeface }: CalmOptions): PartName[] {
  const wanted = { dark: theme === 1, tone: pictureTone > 0, [`typeface-${typeface}`]: true }
  return PART_NAMES.filter(name => wanted[name])
}

/** @returns the script of a part, as the build names it. */
export function partFile(name: PartName): string {
  return name.startsWith('typeface') ? `typefaces/${name}.js` : `${name}.js`
}
