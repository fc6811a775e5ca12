import { dateInWords } from '@/utils/diary/dates'
import type { WrittenDay } from '@/utils/diary/file'
import { t } from '@/utils/i18n'
import { type DiaryKey, tDiary } from '@/utils/i18n/diary'
import { tSettings } from '@/utils/i18n/settings'

const PLACE = /^diary(?:\/([^/]+))?(?:\/(.+))?$/
const DATE = /^\d{4}-\d\d-\d\d$/

const FIELDS: Readonly<Record<string, DiaryKey>> = {
  day: 'day',
  energy: 'energy',
  pain: 'pain',
  wins: 'wins',
  bad: 'badDay',
}

/** @returns what a person calls a place in the diary of a file; null for a path that leads elsewhere. */
export function placeInDiary(path: string): string | null {
  const [found, day, field] = PLACE.exec(path) ?? []
  if (found === undefined) return null
  const date = day !== undefined && (DATE.test(day) ? dateInWords(day) : tSettings('diaryEntry', day))
  const key = field !== undefined && Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined
  return [t('diary'), date, key ? tDiary(key) : field].filter(Boolean).join(' › ')
}

/** @returns a line for the days that come to the diary, and one for each that takes the place of another. */
export function comingDays(days: readonly WrittenDay[], present: ReadonlySet<string>): string[] {
  const added = days.map(({ day }) => day).filter(day => !present.has(day))
  const replaced = days.map(({ day }) => day).filter(day => present.has(day))
  const [first, last] = [added.toSorted()[0], added.toSorted().at(-1)]
  return [
    ...(first && last ? [tSettings('diaryAdded', dateInWords(first), dateInWords(last))] : []),
    ...replaced.map(day => tSettings('diaryReplaced', dateInWords(day))),
  ]
}
