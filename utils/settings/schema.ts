import * as z from 'zod/mini'
import { type CalmSettings, DEFAULT_CALM_SETTINGS, type SiteSettings } from '../calm/calm-settings'
import type { Adjustments, OnLevel } from '../calm/levels'
import { ON_LEVELS } from '../calm/levels'
import { CHOSEN_OPTION_IDS, nearestAllowed, type OptionId } from '../calm/options'
import { type Parsed, Reading } from './reading'

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const record = z.record(z.string(), z.unknown())

/** The calm settings that are not about one site. */
export type GeneralCalmSettings = Omit<CalmSettings, 'sites'>

/** Reads stored calm settings field by field. Never throws: what cannot be read falls back to its default. */
export function parseCalm(stored: unknown): Parsed<CalmSettings> {
  const general = parseGeneral(stored)
  const reading = new Reading(stored)
  const sites = new Reading(reading.field('sites', record, {}))
  const read = sites.names.map(name => [name, parseSite(sites.field(name, z.unknown(), {}))] as const)
  const damaged = general.damaged || reading.damaged || read.some(([, site]) => site.damaged)
  return {
    value: { ...general.value, sites: Object.fromEntries(read.map(([name, { value }]) => [name, value])) },
    damaged,
  }
}

/** Reads stored general settings field by field. Never throws: what cannot be read falls back to its default. */
export function parseGeneral(stored: unknown): Parsed<GeneralCalmSettings> {
  const { sites: _, ...standard } = DEFAULT_CALM_SETTINGS
  const reading = new Reading(stored)
  const levels: Record<string, unknown> = reading.field('levels', record, {})
  const value: GeneralCalmSettings = {
    where: reading.field('where', z.enum(['site', 'everywhere']), standard.where),
    everywhere: reading.field('everywhere', z.boolean(), standard.everywhere),
    level: reading.field('level', level, standard.level),
    levels: Object.fromEntries(
      ON_LEVELS.filter(name => name in levels).map(name => [name, readAdjustments(reading, levels[name])]),
    ) as Partial<Record<OnLevel, Adjustments>>,
  }
  return { value, damaged: reading.damaged }
}

/** Reads one site's stored settings field by field. Never throws: what cannot be read is left out. */
export function parseSite(stored: unknown): Parsed<SiteSettings> {
  const reading = new Reading(stored)
  const calm = reading.field('calm', z.optional(z.boolean()), undefined)
  const ownLevel = reading.field('level', z.optional(level), undefined)
  const adjustments = reading.has('adjustments')
    ? readAdjustments(reading, reading.field('adjustments', record, {}))
    : undefined
  const value: SiteSettings = {
    ...(calm !== undefined && { calm }),
    ...(ownLevel !== undefined && { level: ownLevel }),
    ...(adjustments && { adjustments }),
  }
  return { value, damaged: reading.damaged }
}

function readAdjustments(reading: Reading, stored: unknown): Adjustments {
  const fields = new Reading(stored)
  const ids = CHOSEN_OPTION_IDS.filter(id => fields.has(id))
  const entries = ids.map(id => [id, fields.field(id, allowed(id), undefined)] as const)
  reading.damaged ||= fields.damaged
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

const allowed = (id: OptionId) => z.number().check(z.refine(value => nearestAllowed(id, value) === value))
