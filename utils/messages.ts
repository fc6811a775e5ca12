import * as z from 'zod/mini'
import { type CalmOptions, OPTION_IDS, type OptionId } from './calm/options'
import type { CalmPageState } from './calm/page-state'

const tabId = z.int()
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const option = z.enum(OPTION_IDS as [OptionId, ...OptionId[]])

/** What other contexts may ask of the background, by name. Each request is parsed with its schema on receipt. */
export const requestSchemas = {
  /** The state of calm mode for a tab. */
  'calm.state': z.object({ tabId }),
  /** The switch: calm mode on or off, where `where` says. */
  'calm.switch': z.object({ tabId, on: z.boolean() }),
  'calm.where': z.object({ tabId, where: z.enum(['site', 'everywhere']) }),
  /** The knob; 0 switches off. */
  'calm.level': z.object({ tabId, level }),
  /** Changes one option of the level in force; null gives back the level's default. */
  'calm.adjust': z.object({ tabId, option, value: z.nullable(z.number()) }),
  /** Keeps level and adjustments for this site alone, or gives that up. */
  'calm.ownSettings': z.object({ tabId, own: z.boolean() }),
  /** Gives a sub-domain settings of its own, or lets it follow its site again. */
  'calm.setApart': z.object({ tabId, apart: z.boolean() }),
  /** A frame asks what its page's options are; the tab is the sender's. */
  'calm.frame': z.object({}),
} satisfies Record<string, z.core.$ZodType>

export type RequestName = keyof typeof requestSchemas
export type RequestOf<N extends RequestName> = z.output<(typeof requestSchemas)[N]>

/** What the background answers. */
export interface Replies {
  'calm.state': CalmPageState
  'calm.switch': CalmPageState
  'calm.where': CalmPageState
  'calm.level': CalmPageState
  'calm.adjust': CalmPageState
  'calm.ownSettings': CalmPageState
  'calm.setApart': CalmPageState
  'calm.frame': CalmOptions | null
}

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string }
