import type { CalmSettings } from './calm-settings'
import { FILES, type InForce, inForce, siteInForce } from './sites'
import { scriptFiles } from './value-files'

/** A script the browser is to run on a set of pages, in the words of `scripting.registerContentScripts`. */
export interface PlannedScript {
  readonly id: string
  readonly matches: string[]
  readonly excludeMatches: string[]
  readonly js: string[]
}

/** The pages of the web and of this computer. */
export const ALL_PAGES = ['*://*/*', 'file:///*']

/** @returns the match patterns of a site and of what is under it. */
export function patternsOf(site: string): string[] {
  if (site === FILES) return ['file:///*']
  const isAddress = /^[\d.]+$|^\[/.test(site)
  return isAddress ? [`*://${site}/*`] : [`*://*.${site}/*`]
}

/**
 * What the browser has to run so that every page is calm from before its first paint, and no page that is not calm
 * gets a byte: a script for every site with an entry of its own, and one for all others.
 */
export function plannedScripts(settings: CalmSettings): PlannedScript[] {
  const names = Object.keys(settings.sites)
  const planned = [
    plan('everywhere', ALL_PAGES, names, siteInForce(settings)),
    ...names.map(name => {
      const apart = names.filter(other => other.endsWith(`.${name}`))
      return plan(`site:${name}`, patternsOf(name), apart, inForce(settings, name))
    }),
  ]
  return planned.filter(script => script !== null)
}

function plan(
  id: string,
  matches: string[],
  except: string[],
  { on, options }: InForce,
): PlannedScript | null {
  return on ? { id, matches, excludeMatches: except.flatMap(patternsOf), js: scriptFiles(options) } : null
}
