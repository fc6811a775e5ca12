import { language } from '../i18n'

/** @returns a day (ISO 8601) as the person writes it: "Monday 16 November". */
export function dayInWords(day: string): string {
  return write(day, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** @returns the same for little room: "Mon 16 Nov". */
export function dayInShort(day: string): string {
  return write(day, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** @returns the same for a place at a plot: "16 Nov". */
export function dateInShort(day: string): string {
  return write(day, { day: 'numeric', month: 'short' })
}

/** @returns the same with the year, for paper. */
export function dateInWords(day: string): string {
  return write(day, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A day is a date without a zone: written in the zone it is read in, no zone can shift it. */
function write(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOfWords(), { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T12:00Z`),
  )
}

/** How the person writes the language that Luwte speaks to them: British English, say. */
function localeOfWords(): string {
  const spoken = language()
  return navigator.languages.find(tag => tag.split('-')[0] === spoken) ?? spoken
}
