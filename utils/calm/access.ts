import { browser } from 'wxt/browser'
import type { CalmPageState } from './page-state'

/** @returns the addresses that calm mode needs access to, as match patterns: the site with its sub-domains, or all. */
export function wantedOrigins({ where, site }: Pick<CalmPageState, 'where' | 'site'>): string[] {
  if (where === 'everywhere' || site === null) return ['*://*/*']
  return [isAddress(site) ? `*://${site}/*` : `*://*.${site}/*`]
}

/**
 * Asks the person for access. Call it straight from a click: Firefox asks only within a person's own action.
 *
 * @returns whether it was given; false too where the browser will not ask.
 */
export function askAccess(state: Pick<CalmPageState, 'where' | 'site'>): Promise<boolean> {
  return browser.permissions.request({ origins: wantedOrigins(state) }).catch(() => false)
}

/** An IP address has no sub-domains, and a pattern for them would be refused. */
function isAddress(host: string): boolean {
  return host.startsWith('[') || /^[\d.]+$/.test(host)
}
