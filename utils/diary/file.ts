import type { DiaryEntry } from './entry'

/** The version of the file. It goes up when an older reader could misread it. */
const FILE_VERSION = 1

/** @returns the diary as JSON, in the same envelope of named parts as a file of settings. That one was asked is left out. */
export function toDiaryFile(entries: readonly DiaryEntry[]): string {
  const diary = entries.map(({ day, energy, pain, wins, bad }) => ({ day, energy, pain, wins, bad }))
  return `${JSON.stringify({ format: 'luwte', version: FILE_VERSION, parts: { diary } }, null, 2)}\n`
}
