import type { CalmSettings, SiteSettings, Where } from './calm-settings'
import { type Adjustments, LEVEL_DEFAULTS, type Level } from './levels'
import { MOTION_OPTIONS, NEUTRAL_OPTIONS, nearestAllowed, type OptionId } from './options'
import { entryFor, inForce, keyFor, siteOf } from './sites'

/** What a person can change about calm mode from a page on `host`. Each gives new settings and leaves the old. */
type Change<Value> = (settings: CalmSettings, host: string, value: Value) => CalmSettings

/** The switch: for this site, or for every site that is not set apart, as `where` says. Off is always for this site. */
export const switchCalm: Change<boolean> = (settings, host, on) => {
  const everywhere = settings.everywhere || (on && settings.where === 'everywhere')
  return withSite({ ...settings, everywhere }, host, site => ({
    ...site,
    calm: on === everywhere ? undefined : on,
  }))
}

/** Where the switch acts. Widening takes calm mode along to every site, narrowing keeps it on this one. */
export const chooseWhere: Change<Where> = (settings, host, where) => {
  const { on } = inForce(settings, host)
  const narrowed = { ...settings, where, everywhere: false }
  return on ? switchCalm(narrowed, host, true) : narrowed
}

/** The knob: 0 switches off, any other position sets the level and switches on. */
export const chooseLevel: Change<Level> = (settings, host, level) => {
  if (level === 0) return switchCalm(settings, host, false)
  const chosen = hasOwnSettings(settings, host)
    ? withSite(settings, host, site => ({ ...site, level }))
    : { ...settings, level }
  return inForce(chosen, host).on ? chosen : switchCalm(chosen, host, true)
}

/**
 * One option of the level in force; null gives back the level's default. It is changed for this site alone where the
 * site has a value of its own.
 */
export const adjust: Change<{ option: OptionId; value: number | null }> = (
  settings,
  host,
  { option, value },
) => {
  const { level } = inForce(settings, host)
  const standard = LEVEL_DEFAULTS[level][option]
  const wanted = value === null ? standard : nearestAllowed(option, value)
  if (hasOwnSettings(settings, host) || entryFor(settings, host)?.adjustments?.[option] !== undefined) {
    const general = settings.levels[level]?.[option] ?? standard
    return withSite(settings, host, site => ({
      ...site,
      adjustments: changed(site.adjustments, option, wanted, general),
    }))
  }
  const levels = { ...settings.levels, [level]: changed(settings.levels[level], option, wanted, standard) }
  return { ...settings, levels }
}

/** Lets everything on this site move, whatever the level holds still; or no more. Light and text stay as they are. */
export const letMove: Change<boolean> = (settings, host, moves) => {
  const { level } = inForce(settings, host)
  const wanted = moves ? NEUTRAL_OPTIONS : LEVEL_DEFAULTS[level]
  return withSite(settings, host, site => ({
    ...site,
    adjustments: MOTION_OPTIONS.reduce<Adjustments>((now, id) => {
      const general = settings.levels[level]?.[id] ?? LEVEL_DEFAULTS[level][id]
      return changed(now, id, wanted[id], general)
    }, site.adjustments ?? {}),
  }))
}

/** Keeps level and adjustments for this site alone, starting from what is in force; or gives them up. */
export const keepOwnSettings: Change<boolean> = (settings, host, own) => {
  const { level } = inForce(settings, host)
  return withSite(settings, host, ({ calm, adjustments }) => (own ? { calm, level, adjustments } : { calm }))
}

/** Gives a sub-domain settings of its own, starting from what is in force; or lets it follow its site again. */
export const setApart: Change<boolean> = (settings, host, apart) => {
  if (host === siteOf(host) || apart === isSetApart(settings, host)) return settings
  const { [host]: own, ...sites } = settings.sites
  if (!apart) return { ...settings, sites }
  const followed = entryFor(settings, host)
  return { ...settings, sites: { ...sites, [host]: { ...followed, calm: inForce(settings, host).on } } }
}

export function hasOwnSettings(settings: CalmSettings, host: string): boolean {
  return entryFor(settings, host)?.level !== undefined
}

export function isSetApart(settings: CalmSettings, host: string): boolean {
  return host !== siteOf(host) && keyFor(settings, host) === host
}

function changed(
  now: Adjustments | undefined,
  option: OptionId,
  wanted: number,
  standard: number,
): Adjustments {
  const { [option]: _, ...rest } = now ?? {}
  return wanted === standard ? rest : { ...rest, [option]: wanted }
}

type Loose<T> = { [K in keyof T]?: T[K] | undefined }

/** Changes the entry that speaks for the host. An entry that says nothing goes, unless it sets a sub-domain apart. */
function withSite(
  settings: CalmSettings,
  host: string,
  change: (site: SiteSettings) => Loose<SiteSettings>,
): CalmSettings {
  const key = keyFor(settings, host)
  const { [key]: now, ...others } = settings.sites
  const { adjustments = {}, ...said } = change(now ?? {})
  const next = withoutUndefined({ ...said, ...(Object.keys(adjustments).length > 0 && { adjustments }) })
  const keep = Object.keys(next).length > 0 || key !== siteOf(key)
  return { ...settings, sites: keep ? { ...others, [key]: next } : others }
}

function withoutUndefined(site: Loose<SiteSettings>): SiteSettings {
  return Object.fromEntries(Object.entries(site).filter(([, value]) => value !== undefined))
}
