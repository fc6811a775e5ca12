import { type Browser, browser } from 'wxt/browser'
import type { CalmSettings } from '../calm-settings'
import { type PlannedScript, plannedScripts } from '../registration'

/**
 * Brings the scripts the browser has registered to what the settings ask for, touching only those that differ.
 * The browser forgets them on an update, and the person may take access away: run it on every occasion for either.
 */
export async function registerScripts(settings: CalmSettings): Promise<void> {
  const planned = new Map(plannedScripts(settings).map(script => [script.id, script]))
  const present = await browser.scripting.getRegisteredContentScripts()
  const kept = new Set(present.filter(script => equals(script, planned.get(script.id))).map(({ id }) => id))
  const stale = present.map(({ id }) => id).filter(id => !kept.has(id))
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale })
  const missing = [...planned.values()].filter(({ id }) => !kept.has(id))
  if (missing.length === 0) return
  await browser.scripting.registerContentScripts(
    missing.map(script => ({
      ...script,
      runAt: 'document_start' as const,
      allFrames: true,
      matchOriginAsFallback: true,
      persistAcrossSessions: true,
    })),
  )
}

type Registered = Browser.scripting.RegisteredContentScript

/** The browser gives lists back in an order of its own, except for the scripts, which run in theirs. */
function equals(present: Registered, planned: PlannedScript | undefined): boolean {
  return (
    planned !== undefined &&
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
