import { LEVEL_DEFAULTS, type Level, ON_LEVELS } from './levels'
import { allowedValues, type CalmOptions, NEUTRAL_OPTIONS, OPTION_IDS, type OptionId } from './options'
import { partFile, partsFor } from './parts'

/**
 * How the person's values reach a page before its first paint.
 *
 * A registered script can be given files but no values, and reading storage is too late for the first frame. So the
 * build makes one small script for each level and for each value of each option; the list of files registered for a
 * site *is* its values. They run in the extension's own world in the order listed, before the script that reads them.
 */
export interface ValueFile {
  readonly path: string
  readonly contents: string
}

/** The scripts of calm mode, as the build names them. */
export const CALM_SCRIPT = 'calm.js'
export const PAGE_WORLD_SCRIPT = 'calm-page.js'

/** The global of the extension's own world that value files fill. */
export interface ValuesWorld {
  calmValues?: Partial<Record<OptionId, number>>
}

/** What values start from: a level, or the page itself for what is off and only has its evening. */
const BASES: Readonly<Record<Level, CalmOptions>> = { 0: NEUTRAL_OPTIONS, ...LEVEL_DEFAULTS }
const BASE_LEVELS: readonly Level[] = [0, ...ON_LEVELS]

/** @returns every value file that settings can ask for. */
export function valueFiles(): ValueFile[] {
  return [
    ...BASE_LEVELS.map(level => ({ path: levelPath(level), contents: script(BASES[level]) })),
    ...OPTION_IDS.flatMap(id =>
      allowedValues(id).map(value => ({ path: optionPath(id, value), contents: script({ [id]: value }) })),
    ),
  ]
}

/** @returns the files that show these options in a page, in order: the nearest level, what differs from it, parts, the rest. */
export function scriptFiles(options: CalmOptions): string[] {
  const differing = (level: Level) => OPTION_IDS.filter(id => BASES[level][id] !== options[id])
  const nearest = BASE_LEVELS.reduce((best, level) =>
    differing(level).length < differing(best).length ? level : best,
  )
  const changes = differing(nearest).map(id => optionPath(id, options[id]))
  return [levelPath(nearest), ...changes, ...partsFor(options).map(partFile), CALM_SCRIPT]
}

function levelPath(level: Level): string {
  return `values/level-${level}.js`
}

function optionPath(id: OptionId, value: number): string {
  return `values/${id}-${value}.js`
}

function script(values: Partial<Record<OptionId, number>>): string {
  return `globalThis.calmValues={...globalThis.calmValues,...${JSON.stringify(values)}}\n`
}
