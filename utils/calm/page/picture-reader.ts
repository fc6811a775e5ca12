/** What is asked about pictures of a page. */
interface PictureQuestion {
  readonly urls: readonly string[]
  /** Those that need not be told of again. */
  readonly known: readonly string[]
}

/** What is known of pictures on a page. */
export interface PictureReading {
  /**
   * For each address: null when the picture does not move, else its first frame as a `data:` address. What moves is told of
   * whether it was asked for or not; what nobody can read is left out.
   */
  readonly stills: Readonly<Record<string, string | null>>
}

/** Answers null when pictures cannot be read at the moment. */
export type ReadPictures = (question: PictureQuestion) => Promise<PictureReading | null>

const readers = new WeakMap<Document, ReadPictures>()

/** Has pictures of a page read by whoever can see their bytes without asking the network for them. */
export function readPicturesWith(page: Document, read: ReadPictures): void {
  readers.set(page, read)
}

/** @returns what reads the pictures of a page. */
export const pictureReaderOf = (page: Document): ReadPictures =>
  readers.get(page) ?? (() => Promise.resolve({ stills: {} }))
