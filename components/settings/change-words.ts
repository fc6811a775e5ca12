import { t } from '@/utils/i18n'
import { tReader } from '@/utils/i18n/reader'
import { type SettingsKey, tSettings } from '@/utils/i18n/settings'
import { MINUTE_MS } from '@/utils/pacing/timing'
import type { Refusal } from '@/utils/settings/file'
import { rateWords, speedWords } from '../reader/speed-words'
import { siteName } from '../site-name'
import { placeInDiary } from './diary-words'

/** What a person calls the setting at each path. */
const NAMES: Readonly<Record<string, () => string>> = {
  calm: () => t('calmMode'),
  'calm/where': () => t('where'),
  'calm/everywhere': () => `${t('calmMode')}: ${t('whereEverywhere')}`,
  'calm/level': () => t('calmLevel'),
  'calm/levels': () => t('levelDetails'),
  'calm/sites': () => tSettings('sites'),
  pacing: () => t('pacing'),
  'pacing/block': () => t('blockAndRest'),
  'pacing/limits': () => t('limits'),
  'pacing/limits/dayMs': () => t('minutesADay'),
  'pacing/acrossDevices': () => t('acrossDevices'),
  'pacing/showMinutes': () => t('showMinutes'),
  'pacing/chosenMovement': () => tSettings('movement'),
  ...own('laterMs', 'laterMinutes'),
  ...own('littleLongerMs', 'longerMinutes'),
  ...own('resume', 'resume'),
  ...own('rolloverMinute', 'rollover'),
  ...own('eveningMinute', 'evening'),
  ...own('sound', 'sound'),
  ...own('pem', 'pem'),
  ...own('crps', 'crps'),
  ...own('ideas', 'ideas'),
  ...own('breathing', 'breathing'),
  ...own('notifications', 'notifications'),
  ...own('ownIdeas', 'ownIdeas'),
  ...own('kindLine', 'kindLine'),
  ...own('showKindLine', 'showKindLine'),
  reader: () => tSettings('reader'),
  'reader/portions': () => tReader('portions'),
  'reader/showProgress': () => tReader('showProgress'),
  'reader/speed': () => tReader('speed'),
  'reader/rate': () => tReader('rate'),
  'reader/theme': () => `${tSettings('reader')}: ${tReader('theme')}`,
  'reader/voices': () => tReader('voice'),
  looks: () => tSettings('looks'),
  'looks/scheme': () => tSettings('scheme'),
}

/** Words for values that are names. */
const VALUES: Readonly<Record<string, () => string>> = {
  'calm/where site': () => tSettings('whereChosen'),
  'calm/where everywhere': () => t('whereEverywhere'),
  'pacing/resume byPerson': () => tSettings('resumeByPerson'),
  'pacing/resume atFirstActivity': () => tSettings('resumeAtActivity'),
  'reader/theme dark': () => tReader('themeDark'),
  'reader/theme paper': () => tReader('themePaper'),
  'looks/scheme dark': () => tSettings('schemeDark'),
  'looks/scheme light': () => tSettings('schemeLight'),
  'looks/scheme browser': () => tSettings('schemeBrowser'),
}

const SITE = /^calm\/sites\/(.+)$/
const LIMIT = /^pacing\/limits\/sites\/(.+)$/
const LEVEL = /^calm\/levels\/([1-4])$/

/** @returns what a person calls the setting at a path; the path itself where it leads to nothing they know. */
export function nameOf(path: string): string {
  const inDiary = placeInDiary(path)
  if (inDiary !== null) return inDiary
  const [, site] = SITE.exec(path) ?? []
  if (site !== undefined) return siteName(site)
  const [, limited] = LIMIT.exec(path) ?? []
  if (limited !== undefined) return tSettings('limitOf', siteName(limited))
  const [, level] = LEVEL.exec(path) ?? []
  if (level !== undefined) return tSettings('levelOf', t(`level${level as '1' | '2' | '3' | '4'}`))
  return NAMES[path]?.() ?? path.replaceAll('/', ' › ')
}

/** @returns what a setting would become, in words. */
export function becoming(path: string, value: unknown): string {
  if (value === undefined) return tSettings('removed')
  if (value === null || value === '') return tSettings('none')
  if (typeof value === 'boolean') return value ? tSettings('on') : t('off')
  if (path === 'calm/level') return t(`level${value as 1 | 2 | 3 | 4}`)
  if (path === 'reader/speed') return speedWords(Number(value))
  if (path === 'reader/rate') return rateWords(Number(value))
  if (typeof value === 'number' && path.endsWith('Minute')) return clock(value)
  if (typeof value === 'number') return tSettings('minutes', String(value / MINUTE_MS))
  return VALUES[`${path} ${value}`]?.() ?? tSettings('changed')
}

function clock(minutes: number): string {
  return new Intl.DateTimeFormat([...navigator.languages], { timeStyle: 'short', timeZone: 'UTC' }).format(
    minutes * MINUTE_MS,
  )
}

function own(field: string, key: SettingsKey): Record<string, () => string> {
  return { [`pacing/${field}`]: () => tSettings(key) }
}

const REFUSALS: Readonly<Record<Refusal['why'], SettingsKey>> = {
  notJson: 'refusedNotJson',
  notOurs: 'refusedNotOurs',
  newer: 'refusedNewer',
  empty: 'refusedEmpty',
  unknown: 'refusedUnknown',
  unreadable: 'refusedUnreadable',
}

/** @returns the sentence on a file that is refused: what is wrong, and where. */
export function refusalWords(refusal: Refusal): string {
  return tSettings(REFUSALS[refusal.why], 'path' in refusal ? nameOf(refusal.path) : '')
}
