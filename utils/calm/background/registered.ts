import { type Browser, browser } from 'wxt/browser'
import type { CalmSettings } from '../calm-settings'
import { type PlannedScript, plannedScripts } from '../registration'
import { currentDusk } from './dusk'

/**
 * Brings the scripts the browser has registered to what the settings ask for, touching only those that differ.
 * The browser forgets them on an update, and the person may take access away: run it on every occasion for either.
 */
export async function registerScripts(settings: CalmSettings): Promise<void> {
  const planned = plannedScripts(settings, await currentDusk())
  const present = new Map((await browser.scripting.getRegisteredContentScripts()).map(one => [one.id, one]))
  const stale = [...present.keys()].filter(id => !planned.some(script => script.id === id))
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale })
  // Changed in place: between taking one away and giving another, a page could begin without.
  const changed = planned.filter(script => present.has(script.id) && !equals(present.get(script.id), script))
  if (changed.length > 0) await browser.scripting.updateContentScripts(changed.map(registration))
  const missing = planned.filter(({ id }) => !present.has(id))
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing.map(registration))
}

const registration = (script: PlannedScript) => ({
  ...script,
  runAt: 'document_start' as const,
  allFrames: true,
  matchOriginAsFallback: true,
  persistAcrossSessions: true,
})

type Registered = Browser.scripting.RegisteredContentScript

/** The browser gives lists back in an order of its own, except for the scripts, which run in theirs. */
function equals(present: Registered | undefined, planned: PlannedScript): boolean {
  return (
    present !== undefined &&
    sameSet(present.matches, planned.matches) &&
    sameSet(present.excludeMatches, planned.excludeMatches) &&
    (present.world ?? 'ISOLATED') === planned.world &&
    (present.js ?? []).map(withoutSlash).join() === planned.js.join()
  )
}

function sameSet(present: readonly string[] | undefined, planned: readonly string[]): boolean {
  return [...(present ?? [])].sort().join() === [...planned].sort().join()
}

const withoutSlash = (path: string) => path.replace(/^\//, '')
