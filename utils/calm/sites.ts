import { getDomain } from 'tldts'
import type { CalmSettings, SiteSettings } from './calm-settings'
import { type Adjustments, levelOptions, type OnLevel } from './levels'
import type { CalmOptions } from './options'

/** The name under which all files on this computer share their settings. */
export const FILES = 'file:'

/**
 * The name a page's settings are looked up by: its host without `www.`, or `FILES`.
 * @returns null for an address that has no site, such as a page of the browser's own.
 */
export function hostOf(url: string | undefined): string | null {
  const { protocol, hostname } = URL.parse(url ?? '') ?? { protocol: '', hostname: '' }
  if (protocol === 'file:') return FILES
  if (protocol !== 'http:' && protocol !== 'https:') return null
  return hostname.replace(/^www\./, '').replace(/\.$/, '')
}

/** @returns the site a host belongs to: `example.co.uk` for `news.example.co.uk`, the host itself where it has none. */
export function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}

/** The host's name and those above it down to its site, nearest first. */
function lineage(host: string): string[] {
  const site = siteOf(host)
  const names = [host]
  for (let name = host; name !== site && name.includes('.'); ) {
    name = name.slice(name.indexOf('.') + 1)
    names.push(name)
  }
  return names
}

/** @returns the nearest name with an entry of its own, or the site: where a change for this host is kept. */
export function keyFor(settings: CalmSettings, host: string): string {
  return lineage(host).find(name => Object.hasOwn(settings.sites, name)) ?? siteOf(host)
}

/** What is in force on a host. */
export interface InForce {
  readonly on: boolean
  readonly level: OnLevel
  readonly adjustments: Adjustments
  readonly options: CalmOptions
}

/** @returns what calm mode does on a host, or would do if it were on there. */
export function inForce(settings: CalmSettings, host: string): InForce {
  return siteInForce(settings, entryFor(settings, host))
}

/** @returns what is set for the nearest name that has an entry; undefined where none has. */
export function entryFor(settings: CalmSettings, host: string): SiteSettings | undefined {
  const key = keyFor(settings, host)
  return Object.hasOwn(settings.sites, key) ? settings.sites[key] : undefined
}

/** The same for a site's entry; without one, for a site that nothing is set for. */
export function siteInForce(settings: CalmSettings, site: SiteSettings = {}): InForce {
  const level = site.level ?? settings.level
  const adjustments = { ...settings.levels[level], ...site.adjustments }
  return {
    on: site.calm ?? settings.everywhere,
    level,
    adjustments,
    options: levelOptions(level, adjustments),
  }
}
