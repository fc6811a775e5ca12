import type { ReaderPreferences } from './preferences'

/** What the reader is told beside the article itself. */
export interface ReaderState {
  readonly preferences: ReaderPreferences
  /** The selector of the part that the person picked on this site; null where Luwte finds the article. */
  readonly part: string | null
  /** A digest of the first words of where the person was in this article; null where nothing is remembered. */
  readonly place: string | null
}
