import type { Looker } from '../motion/looks'
import type { PartName } from '../parts'
import type { Tone } from '../tone/tone'
import type { ReadPictures } from './picture-reader'
import type { Root, RootListener } from './roots'

/** What each part's script leaves for calm mode in the extension's own world of a page. */
export interface Parts {
  canvases: CanvasStiller
  dark: DarkEngine
  pictures: PictureStiller
  tone: PictureToner
  'typeface-1': readonly LetterFile[]
  'typeface-2': readonly LetterFile[]
  'typeface-3': readonly LetterFile[]
}

/** Repaints a page in dark colours. */
export interface DarkEngine {
  enable(): void
  disable(): void
}

/** Holds pictures that move at their first frames, now and later, until `signal` aborts. */
type PictureStiller = (page: Document, tools: PictureTools, signal: AbortSignal) => void

/** Shows pictures that styles bring into a page in another tone. */
interface PictureToner {
  /** Does so now and later, until `signal` aborts. */
  show(page: Document, tools: PageTools, tone: Tone, signal: AbortSignal): void
  /** Has styles looked at as the page has them. */
  asOwn<T>(page: Document, look: () => T): T
}

/** What is given to the script of a part, so that a page is watched once by all of calm mode. */
export interface PageTools {
  watchRoots(page: Document, listener: RootListener, signal: AbortSignal): void
  knownRoots(page: Document): readonly Root[]
}

/** What is given to the script that holds pictures. */
export interface PictureTools extends PageTools {
  lookBeforePaint(page: Document, looker: Looker, signal: AbortSignal): () => void
  pictureReaderOf(page: Document): ReadPictures
}

/** Holds canvases that are drawn in workers, now and later, until `signal` aborts. */
type CanvasStiller = (page: Document, tools: CanvasTools, signal: AbortSignal) => void

/** What is given to the script that holds canvases. */
export interface CanvasTools {
  /** @returns the canvases that are drawn in workers now. */
  canvases(): readonly HTMLCanvasElement[]
  /** Those of them that do not move, or no more. */
  readonly calmed: WeakSet<HTMLCanvasElement>
  /** Calls back when there may be another one. */
  onCanvas(act: () => void): void
}

/** A file of letters: WOFF2 in base64, with the descriptors of its `@font-face`. */
export interface LetterFile {
  readonly weight: string
  readonly unicodeRange: string
  readonly data: string
}

/** Where a part's script puts what it has: before calm mode's script, or at any time after it. */
export interface PartsWorld {
  calmParts?: Partial<Parts>
  /** Set by calm mode: called by the script of a part that has come. */
  calmPartCame?: () => void
}

let summonPart: (name: PartName) => void = () => {}

/** Has `summon` called for a part that is wanted and was not there from the page's start. */
export function onPartWanted(summon: (name: PartName) => void): void {
  summonPart = summon
}

/** What waits for a part. */
const waiting = new Set<() => void>()

/** Gives a part to `use`: at once where it is there, otherwise when it has come, unless `signal` aborts before. */
export function withPart<N extends PartName>(
  name: N,
  use: (part: Parts[N]) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return
  const world = globalThis as PartsWorld
  const look = () => {
    const part = world.calmParts?.[name] as Parts[N] | undefined
    if (part) use(part)
    return part !== undefined
  }
  if (look()) return
  const wait = () => {
    if (look()) waiting.delete(wait)
  }
  waiting.add(wait)
  signal.addEventListener('abort', () => waiting.delete(wait))
  world.calmPartCame = () => {
    for (const each of [...waiting]) each()
  }
  summonPart(name)
}
