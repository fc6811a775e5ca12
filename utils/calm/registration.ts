import type { CalmSettings } from './calm-settings'
import { withDusk } from './evening'
import { type CalmOptions, entersPageWorld } from './options'
import { FILES, type InForce, inForce, siteInForce } from './sites'
import { PAGE_WORLD_SCRIPT, scriptFiles } from './value-files'

/** A script the browser is to run on a set of pages, in the words of `scripting.registerContentScripts`. */
export interface PlannedScript {
  readonly id: string
  readonly matches: string[]
  readonly excludeMatches: string[]
  readonly js: string[]
  /** The extension's own world of a page, or the one that the page's scripts run in. */
  readonly world: 'ISOLATED' | 'MAIN'
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
 * gets a byte: scripts for every site with an entry of its own, and for all others. In the evening every page has one.
 *
 * @param dusk how far the evening has come; 0 for none.
 */
export function plannedScripts(settings: CalmSettings, dusk = 0): PlannedScript[] {
  const names = Object.keys(settings.sites)
  const plan = (id: string, matches: string[], except: string[], calm: InForce) =>
    scriptsFor(id, matches, except, withDusk(calm.on ? calm.options : null, dusk))
  return [
    ...plan('everywhere', ALL_PAGES, names, siteInForce(settings)),
    ...names.flatMap(name => {
      const apart = names.filter(other => other.endsWith(`.${name}`))
      return plan(`site:${name}`, patternsOf(name), apart, inForce(settings, name))
    }),
  ]
}

function scriptsFor(
  id: string,
  matches: string[],
  except: string[],
  options: CalmOptions | null,
): PlannedScript[] {
  if (!options) return []
  const pages = { matches, excludeMatches: except.flatMap(patternsOf) }
  const calm: PlannedScript = { id, ...pages, js: scriptFiles(options), world: 'ISOLATED' }
  const held: PlannedScript = { id: `page:${id}`, ...pages, js: [PAGE_WORLD_SCRIPT], world: 'MAIN' }
  return entersPageWorld(options) ? [calm, held] : [calm]
}
