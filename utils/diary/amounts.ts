import { type DiaryKey, tDiary } from '../i18n/diary'
import { MINUTE_MS } from '../pacing/timing'

const HOUR_MS = 60 * MINUTE_MS

/** From how many on a word is used. */
const MANY: readonly (readonly [from: number, key: DiaryKey])[] = [
  [7, 'manyMany'],
  [4, 'manySeveral'],
  [2, 'manyFew'],
  [1, 'manyOne'],
  [0, 'manyNone'],
]

/** From how many milliseconds on a word is used, for one day. */
const LONG: readonly (readonly [from: number, key: DiaryKey])[] = [
  [5 * HOUR_MS, 'longPart'],
  [2.5 * HOUR_MS, 'longHours'],
  [HOUR_MS, 'longHour'],
  [10 * MINUTE_MS, 'longShort'],
  [MINUTE_MS / 2, 'longMoment'],
  [0, 'longNone'],
]

/** The same for a time longer than a day. */
const LONG_IN_ALL: typeof LONG = [[5 * HOUR_MS, 'longMany'], ...LONG.slice(1)]

/** @returns how many: a word, or a number where the person asked for numbers. */
export function howMany(count: number, numbers: boolean): string {
  return numbers ? String(count) : tDiary(wordFor(count, MANY))
}

/** @returns how long on one day: in words, or in hours and minutes where the person asked for numbers. */
export function howLong(ms: number, numbers: boolean): string {
  return numbers ? inHours(ms) : tDiary(wordFor(ms, LONG))
}

/** @returns how long in more than a day: in words, or in hours and minutes. */
export function howLongInAll(ms: number, numbers: boolean): string {
  return numbers ? inHours(ms) : tDiary(wordFor(ms, LONG_IN_ALL))
}

function inHours(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return tDiary('minutes', String(minutes))
  if (minutes % 60 === 0) return tDiary('hours', String(hours))
  return tDiary('hoursMinutes', String(hours), String(minutes % 60))
}

function wordFor(amount: number, words: typeof MANY): DiaryKey {
  return words.find(([from]) => amount >= from)?.[1] ?? 'longNone'
}
