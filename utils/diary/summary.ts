import type { Total } from '../history/screen-time'
import { tDiary } from '../i18n/diary'
import { howLong, howLongInAll, howMany } from './amounts'
import { dateInWords, dayInWords } from './dates'
import type { DayLook } from './day-look'
import type { DiaryEntry } from './entry'
import { energyInWords, painInWords, siteInWords } from './words'

/** What can be on a summary, in the order it stands there. */
export const SUMMARY_PARTS = [
  'energy',
  'pain',
  'wins',
  'badDays',
  'blocksAndRests',
  'screenTime',
  'sites',
] as const
export type SummaryPart = (typeof SUMMARY_PARTS)[number]

/** What is known of a period. */
export interface SummaryFacts {
  /** The first and last day, ISO 8601. */
  readonly first: string
  readonly last: string
  readonly entries: readonly DiaryEntry[]
  readonly days: readonly DayLook[]
  readonly sites: readonly Total[]
}

interface SummarySection {
  readonly heading: string
  readonly lines: readonly string[]
}

/** One page for family or a doctor, in the person's language. */
export interface Summary {
  readonly title: string
  readonly period: string
  readonly sections: readonly SummarySection[]
  readonly footer: readonly string[]
}

/**
 * Puts on a page what the person ticked, and nothing else: no average, no comparison, no conclusion.
 *
 * @param numbers amounts in digits, where the person asked for those.
 */
export function summarise(facts: SummaryFacts, parts: ReadonlySet<SummaryPart>, numbers: boolean): Summary {
  return {
    title: tDiary('summaryTitle'),
    period: tDiary('summaryPeriod', dateInWords(facts.first), dateInWords(facts.last)),
    sections: SUMMARY_PARTS.filter(part => parts.has(part)).map(part => ({
      heading: partInWords(part),
      lines: orNothing(LINES[part](facts, numbers)),
    })),
    footer: [tDiary('summaryOrigin'), tDiary('notAdvice')],
  }
}

/** @returns a summary as plain text, for a mail or a letter. */
export function toText({ title, period, sections, footer }: Summary): string {
  const blocks = [
    [title, period],
    ...sections.map(({ heading, lines }) => [heading, ...lines.map(line => `- ${line}`)]),
    footer,
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** @returns what a part is called, at its tick box and on the page. */
export function partInWords(part: SummaryPart): string {
  return tDiary(part === 'sites' ? 'screenTimeBySite' : part)
}

const LINES: Readonly<Record<SummaryPart, (facts: SummaryFacts, numbers: boolean) => string[]>> = {
  energy: ({ entries }) =>
    entries.flatMap(({ day, energy }) => (energy ? [dayLine(day, energyInWords(energy))] : [])),
  pain: ({ entries }) => entries.flatMap(({ day, pain }) => (pain ? [dayLine(day, painInWords(pain))] : [])),
  wins: ({ entries }) =>
    entries.flatMap(({ day, wins }) => (wins.length > 0 ? [dayLine(day, wins.join('; '))] : [])),
  badDays: ({ entries }) => entries.flatMap(({ day, bad }) => (bad ? [dayInWords(day)] : [])),
  blocksAndRests: ({ days }, numbers) =>
    days.flatMap(({ day, blocks, rests }) =>
      blocks + rests > 0
        ? [dayLine(day, tDiary('blocksAndRestsLine', howMany(blocks, numbers), howMany(rests, numbers)))]
        : [],
    ),
  screenTime: ({ days }, numbers) =>
    days.flatMap(({ day, screenMs }) => (screenMs > 0 ? [dayLine(day, howLong(screenMs, numbers))] : [])),
  sites: ({ sites }, numbers) =>
    sites.map(({ name, ms }) => tDiary('dayLine', siteInWords(name), howLongInAll(ms, numbers))),
}

const dayLine = (day: string, words: string) => tDiary('dayLine', dayInWords(day), words)

const orNothing = (lines: string[]) => (lines.length > 0 ? lines : [tDiary('nothingInPeriod')])
