/**
 * The time that callbacks are shown. It is the true one, but for a loop that is run ahead of its time: that one is
 * shown later times, and none before the latest it has seen.
 */
export class Clock {
  /** What is shown instead of the true time; null while that is shown. */
  #shown: number | null = null

  /** @param trueNow answers the milliseconds of `performance.now()` */
  constructor(readonly trueNow: () => number) {}

  /** @returns milliseconds as in `performance.now()`. */
  now(): number {
    return this.#shown ?? this.trueNow()
  }

  /** How far the time shown is ahead of the true one, in milliseconds. */
  ahead(): number {
    return this.#shown === null ? 0 : this.#shown - this.trueNow()
  }

  /** Shows no time before `earliest` until `showTrue`. */
  showFrom(earliest: number): void {
    this.#shown = earliest > this.trueNow() ? earliest : null
  }

  showTrue(): void {
    this.#shown = null
  }
}
