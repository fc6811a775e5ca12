/** The smallest thing that is never cut: a sentence, a list item, a table, a block of code, a picture, a heading. */
export interface Piece {
  /** Where it begins and ends along the direction in which lines follow each other, CSS pixels. */
  readonly start: number
  readonly end: number
  readonly words: number
  /** A heading, or another thing that says what comes next: it never stands last in a portion. */
  readonly leads: boolean
  /** A paragraph, or anything else that stands by itself, ends here. */
  readonly closes: boolean
}

/** What a portion may hold. */
export interface PortionLimits {
  /** Of the screen, CSS pixels. */
  readonly size: number
  /** What is read in one block of energy. */
  readonly words: number
}

/** Some of the pieces, in their order. */
export interface Portion {
  /** The first piece, and the one after the last. */
  readonly from: number
  readonly to: number
  /** With this portion a block of energy is full: a good place to rest. */
  readonly fillsBlock: boolean
}

/** From which share of a full portion on it may end earlier than it has to, so that a paragraph stays whole. */
const FULL_ENOUGH = 0.55

/**
 * Divides an article into portions that fit a screen and a block of energy. All pieces are in one portion, in their
 * order. Only what is too large by itself goes over a limit, and then it is alone but for what leads up to it.
 */
export function portionsOf(pieces: readonly Piece[], limits: PortionLimits): Portion[] {
  const portions: Portion[] = []
  let blockWords = 0
  for (let from = 0; from < pieces.length; ) {
    const to = endOf(pieces, from, limits)
    const words = wordsIn(pieces, from, to)
    // The block that this portion no longer fits into was full with the one before.
    const last = portions.at(-1)
    if (last && blockWords + words > limits.words) {
      portions[portions.length - 1] = { ...last, fillsBlock: true }
      blockWords = 0
    }
    blockWords += words
    portions.push({ from, to, fillsBlock: false })
    from = to
  }
  return portions
}

/** @returns the piece after the last one of the portion that begins at `from`. */
function endOf(pieces: readonly Piece[], from: number, limits: PortionLimits): number {
  const fits = (to: number) =>
    sizeOf(pieces, from, to) <= limits.size && wordsIn(pieces, from, to) <= limits.words
  let to = withWhatFollows(pieces, from)
  let paragraphEnd = 0
  while (to < pieces.length) {
    const next = withWhatFollows(pieces, to)
    if (!fits(next)) break
    if (pieces[to - 1]?.closes && sizeOf(pieces, from, to) >= limits.size * FULL_ENOUGH) paragraphEnd = to
    to = next
  }
  const cutsParagraph = to < pieces.length && !pieces[to - 1]?.closes
  return cutsParagraph && paragraphEnd > 0 ? paragraphEnd : to
}

/** @returns the end of a piece together with the one that it leads up to. */
function withWhatFollows(pieces: readonly Piece[], from: number): number {
  let to = from
  while (pieces[to]?.leads) to++
  return Math.min(to + 1, pieces.length)
}

function sizeOf(pieces: readonly Piece[], from: number, to: number): number {
  return (pieces[to - 1]?.end ?? 0) - (pieces[from]?.start ?? 0)
}

function wordsIn(pieces: readonly Piece[], from: number, to: number): number {
  let words = 0
  for (let index = from; index < to; index++) words += pieces[index]?.words ?? 0
  return words
}

/** @returns the portion that holds a piece; the last where none does. */
export function portionWith(portions: readonly Portion[], piece: number): number {
  const index = portions.findIndex(({ to }) => piece < to)
  return index < 0 ? Math.max(0, portions.length - 1) : index
}
