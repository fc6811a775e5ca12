/** Progress goes one way: a bar that has turned round so often, each time within this of the last, in ms, is restless. */
const TURNS = 3
const TURN_MS = 5000

/** Which way a bar goes, how often it has turned round, and when it last did. */
interface Way {
  rises: boolean
  turns: number
  last: number
}

/** Tells bars that go to and fro from those that show how far something has come. */
export class RestlessBars {
  readonly #ways = new WeakMap<Element, Way>()

  /** Takes note of a bar's new value. @returns whether it keeps turning round. */
  turns(bar: Element, before: number): boolean {
    const rises = Number(bar.getAttribute('value')) > before
    const now = performance.now()
    const way = this.#ways.get(bar) ?? { rises, turns: 0, last: now }
    this.#ways.set(bar, way)
    if (now - way.last > TURN_MS) way.turns = 0
    if (rises === way.rises) return way.turns >= TURNS
    way.rises = rises
    way.last = now
    return ++way.turns >= TURNS
  }
}
