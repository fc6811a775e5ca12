import type { PictureReading, ReadPictures } from '../page/picture-reader'
import { bytesOf, dataUrlOf } from './data-url'
import { stillOf } from './formats/still'
import { mayMove } from './may-move'

/** What is known of a picture: its first frame, that it does not move, or that nobody can read it. */
export type Known = { readonly still: string } | 'still' | 'unreadable'

/** Addresses that come within this time of one another are asked for together, in milliseconds. */
const TOGETHER_MS = 60

/** Reading costs the page time: the next reading waits so many times as long as the last one took. */
const PAUSES = 2

/**
 * A page of more elements is not read: its tab would stand still for about 14 microseconds for each of them, as measured on a
 * busy machine.
 */
const MOST_ELEMENTS = 40_000

/** After so many times in vain, reading waits for the next picture. */
const TRIES = 5

/** Learns of the pictures of a page which ones move, each address once. */
export class KnownPictures {
  readonly #known = new Map<string, Known>()
  readonly #wanted = new Set<string>()
  /** Whether all the page shows is to be read, whoever shows it. */
  #all = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #notBefore = 0
  #failures = 0

  /** @param learned is called after something has become known. */
  constructor(
    private readonly page: Document,
    private readonly read: ReadPictures,
    private readonly learned: () => void,
    private readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => clearTimeout(this.#timer))
    page.addEventListener('DOMContentLoaded', () => this.#schedule(), { signal })
  }

  /** @returns what is known of a picture; undefined when it is still to be learned, which then begins. */
  of(url: string): Known | undefined {
    if (!mayMove(url)) return 'still'
    const known = this.#known.get(url)
    if (known || this.#wanted.has(url)) return known
    const bytes = bytesOf(url)
    if (bytes) {
      const still = stillOf(bytes)
      return this.#remember(url, still ? { still: dataUrlOf(still) } : 'still')
    }
    this.#wanted.add(url)
    this.#schedule()
    return undefined
  }

  /** Has a picture read anew that could not be read before it had loaded. */
  again(url: string): void {
    if (this.#known.get(url) === 'unreadable') this.#known.delete(url)
  }

  /** Has everything read that the page shows, once it can be. */
  learnAll(): void {
    this.#all = true
    this.#schedule()
  }

  /** @returns the addresses of what is known to move. */
  moving(): string[] {
    return [...this.#known].flatMap(([url, known]) => (typeof known === 'object' ? [url] : []))
  }

  #schedule(): void {
    const nothing = this.#wanted.size === 0 && !this.#all
    if (this.#timer || nothing || this.page.readyState === 'loading') return
    const wait = Math.max(TOGETHER_MS, this.#notBefore - performance.now())
    this.#timer = setTimeout(() => void this.#ask(), wait)
  }

  async #ask(): Promise<void> {
    const urls = [...this.#wanted]
    const all = this.#all
    this.#all = false
    const begin = performance.now()
    const known = this.moving().filter(url => !url.startsWith('data:'))
    const isHuge = this.page.getElementsByTagName('*').length > MOST_ELEMENTS
    const reading = isHuge ? { stills: {} } : await this.read({ urls, known })
    if (this.signal.aborted) return
    const end = performance.now()
    this.#notBefore = end + (end - begin) * PAUSES
    this.#timer = undefined
    this.#all ||= all && !reading
    if (reading) this.#learn(urls, reading)
    else if (++this.#failures < TRIES) this.#schedule()
  }

  #learn(urls: readonly string[], { stills }: PictureReading): void {
    this.#failures = 0
    for (const [url, still] of Object.entries(stills))
      this.#remember(url, still === null ? 'still' : { still })
    for (const url of urls) {
      this.#wanted.delete(url)
      if (!this.#known.has(url)) this.#remember(url, 'unreadable')
    }
    this.#schedule()
    this.learned()
  }

  #remember(url: string, known: Known): Known {
    this.#known.set(url, known)
    return known
  }
}
