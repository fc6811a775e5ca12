import type { CalmSettings } from '../calm-settings'
import { hasOwnSettings, isSetApart } from '../changes'
import { LEVEL_DEFAULTS } from '../levels'
import { OPTION_IDS } from '../options'
import type { CalmPageState } from '../page-state'
import { hostOf, inForce, siteInForce, siteOf } from '../sites'
import { obstacleAt } from './obstacle'
import { isMuted } from './sound'
import { isSuspended } from './suspension'

/** @returns what the popup shows for the page in a tab. */
export async function pageState(
  settings: CalmSettings,
  tabId: number,
  url: string | undefined,
): Promise<CalmPageState> {
  const host = hostOf(url)
  const { level, options, on } =
    host === null ? { ...siteInForce(settings), on: false } : inForce(settings, host)
  // All at once: the popup stays empty until the answer is there.
  const [suspended, obstacle, muted] = await Promise.all([
    isSuspended(tabId),
    obstacleAt(url),
    isMuted(tabId),
  ])
  const acts = on && !suspended
  const differing = OPTION_IDS.filter(id => options[id] !== LEVEL_DEFAULTS[level][id])
  return {
    tabId,
    site: host && siteOf(host),
    subdomain: host !== null && host !== siteOf(host) ? host : null,
    setApart: host !== null && isSetApart(settings, host),
    obstacle,
    on: acts,
    level: acts ? level : 0,
    lastLevel: level,
    where: settings.where,
    ownSettings: host !== null && hasOwnSettings(settings, host),
    muted,
    options,
    adjustments: Object.fromEntries(differing.map(id => [id, options[id]])),
  }
}
