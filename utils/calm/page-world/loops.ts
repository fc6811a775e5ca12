import { Loop } from './loop'
import { type Callable, newMap, newWeakMap } from './natives'

/** Delays below this, in milliseconds, are taken for one pace: typing is made to look human by uneven ones. */
const FAST_MS = 250

/** How far back to look for the loop that a callback carries on: a blink is two callbacks in turn. */
const GENERATIONS = 6

/** Which loop a callback belongs to, and whether it carries that loop on. */
export interface Place {
  readonly loop: Loop
  readonly repeats: boolean
}

/** Knows loops again by who sets their next step. */
export class Loops {
  readonly #byCallback = newWeakMap<Callable, Loop>()
  readonly #afterMotion = newMap<string, Loop>()

  /** @param textOf answers a function's source */
  constructor(private readonly textOf: (callback: Callable) => string) {}

  /**
   * @param current the loop that runs now
   * @param afterMotion whether the page is being told that an animation or a transition has ended
   */
  place(callback: Callable, period: number, current: Loop | null, afterMotion: boolean): Place {
    const known = this.#byCallback.get(callback)
    if (!current && !afterMotion) return { loop: this.#begin(callback, known, period), repeats: false }
    const text = known?.text ?? this.textOf(callback)
    const carried = current ? ancestor(current, known, text, period) : this.#ofMotion(text, period)
    const loop = carried ?? new Loop(current, text, period)
    this.#byCallback.set(callback, loop)
    loop.period = period
    if (!carried && current) forgetAncestors(current)
    return { loop, repeats: carried !== null && loop.runs > 0 }
  }

  #begin(callback: Callable, known: Loop | undefined, period: number): Loop {
    const loop = known ?? new Loop(null, this.textOf(callback), period)
    if (!known) this.#byCallback.set(callback, loop)
    loop.period = period
    return loop
  }

  #ofMotion(text: string, period: number): Loop {
    const key = `${period} ${text}`
    const loop = this.#afterMotion.get(key) ?? new Loop(null, text, period)
    this.#afterMotion.set(key, loop)
    return loop
  }
}

/** @returns the loop that a callback set by `current` carries on; null when it begins something of its own. */
function ancestor(current: Loop, known: Loop | undefined, text: string, period: number): Loop | null {
  let at: Loop | null = current
  for (let back = 0; at && back < GENERATIONS; back++) {
    if (at === known || (at.text === text && samePace(at.period, period)) || at.turns.has(text)) {
      if (at !== current) joinTurns(current, at)
      return at
    }
    at = at.parent
  }
  return null
}

/** Everything from a loop down to what has just carried it on takes turns in it. */
function joinTurns(from: Loop, loop: Loop): void {
  for (let at: Loop | null = from; at; at = at === loop ? null : at.parent) loop.turns.add(at.text)
}

/** Keeps a long line of callbacks, each of which starts another, from growing for ever in memory. */
function forgetAncestors(from: Loop): void {
  let at: Loop = from
  for (let back = 0; at.parent && back < GENERATIONS; back++) at = at.parent
  at.parent = null
}

function samePace(one: number, other: number): boolean {
  return one === other || (one < FAST_MS && other < FAST_MS)
}
