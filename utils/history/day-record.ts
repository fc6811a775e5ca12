import * as z from 'zod/mini'
import { hasBlock } from '../pacing/block'
import type { BlockCycle, Cycle, PacingState } from '../pacing/state'
import { MINUTE_MS } from '../pacing/timing'
import { Reading } from '../settings/reading'

/** What pacing was like on one day. Rests that were not taken are not known here: they are never counted. */
export interface DayRecord {
  readonly day: string
  /** Blocks that ended after a minute of use or more, however they ended. */
  readonly blocks: number
  /** Rests that were chosen, or spent away from the screen. */
  readonly rests: number
  /** When the evening began, epoch milliseconds; null for no evening. */
  readonly eveningFrom: number | null
}

/** Something that goes into the record of a day. */
export interface DayNews {
  readonly day: string
  readonly blocks?: number
  readonly rests?: number
  readonly eveningFrom?: number
}

/** A block that was hardly begun is none. */
const LEAST_BLOCK_MS = MINUTE_MS

const count = z.int().check(z.gte(0))

/** Reads a stored record field by field. Never throws. */
export function parseDayRecord(day: string, stored: unknown): DayRecord {
  const reading = new Reading(stored)
  return {
    day,
    blocks: reading.field('blocks', count, 0),
    rests: reading.field('rests', count, 0),
    eveningFrom: reading.field('eveningFrom', z.nullable(z.number()), null),
  }
}

/** The record with something more in it. An evening begins once. */
export function withNews(record: DayRecord, { blocks = 0, rests = 0, eveningFrom }: DayNews): DayRecord {
  return {
    ...record,
    blocks: record.blocks + blocks,
    rests: record.rests + rests,
    eveningFrom: record.eveningFrom ?? eveningFrom ?? null,
  }
}

/** What has happened between two states. A block, and an absence that was its rest, belong to the day of the first. */
export function newsBetween(before: PacingState, after: PacingState): DayNews[] {
  const ended = endedBlock(before.cycle, after.cycle)
  const away = ended !== null && hasRestedAway(after.cycle)
  const chosen = after.cycle.phase === 'rest' && before.cycle.phase !== 'rest'
  const began = after.evening && !(before.evening && before.today.key === after.today.key)
  return [
    ...(ended ? [{ day: before.today.key, blocks: 1, rests: away ? 1 : 0 }] : []),
    ...(chosen ? [{ day: after.today.key, rests: 1 }] : []),
    ...(began ? [{ day: after.today.key, eveningFrom: after.at }] : []),
  ]
}

/** The block that is over: a block under way whose time went back is another one. */
function endedBlock(before: Cycle, after: Cycle): BlockCycle | null {
  if (!hasBlock(before) || before.activeMs < LEAST_BLOCK_MS) return null
  return hasBlock(after) && after.activeMs >= before.activeMs ? null : before
}

/** Only an absence ends a block without a word, or begins the next at once. */
function hasRestedAway(after: Cycle): boolean {
  return hasBlock(after) || (after.phase === 'restDone' && after.by === 'away')
}
