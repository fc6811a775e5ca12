import type { Values } from './registers'

/**
 * Parts of the settings whose own fields are settings by themselves, each with a path of its own: two devices that
 * change different ones do not overwrite each other. Everything else changes as a whole.
 */
const MAPS: ReadonlySet<string> = new Set([
  'calm',
  'calm/levels',
  'calm/sites',
  'pacing',
  'pacing/limits',
  'pacing/limits/sites',
  'looks',
  'reader',
])

/** @returns the part that a path leads into: `calm` for `calm/level`. */
export const partAt = (path: string): string => path.split('/', 1)[0] ?? path

/** @returns the settings in `value` by path: `{'calm/level': 3}` for `flatten('calm', {level: 3})`. */
export function flatten(path: string, value: unknown): Values {
  if (!MAPS.has(path) || value === null || typeof value !== 'object' || Array.isArray(value)) {
    return value === undefined ? {} : { [path]: value }
  }
  const inside = Object.entries(value).map(([name, inner]) => flatten(`${path}/${name}`, inner))
  return Object.fromEntries(inside.flatMap(values => Object.entries(values)))
}

/** @returns what `flatten` was given; `undefined` where nothing is set below `path`. */
export function unflatten(path: string, values: Values): unknown {
  if (Object.hasOwn(values, path)) return values[path]
  const below = Object.keys(values).filter(other => other.startsWith(`${path}/`))
  if (below.length === 0) return undefined
  if (!MAPS.has(path)) return undefined
  const names = new Set(below.map(other => other.slice(path.length + 1).split('/', 1)[0] ?? ''))
  return Object.fromEntries([...names].map(name => [name, unflatten(`${path}/${name}`, values)]))
}
