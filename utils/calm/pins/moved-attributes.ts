import type { Holder } from './holder'
import { Mover } from './mover'

/** Attributes of drawings that are shown and that no style reaches, and the picture of a page's tab. */
const SHOWN =
  /^(points|[xy][12]|viewBox|offset|fx|fy|d[xy]|startOffset|href|gradientTransform|patternTransform|stdDeviation|baseFrequency|values|scale|seed)$/

/** Progress goes one way: a bar that has turned round so often, each time within this of the last, in ms, is restless. */
const TURNS = 3
const TURN_MS = 5000

/** Which way a bar goes, how often it has turned round, and when it last did. */
interface Way {
  rises: boolean
  turns: number
  last: number
}

interface Held {
  /** What the page has given it last. */
  own: string | null
  readonly shown: string | null
}

/** Holds attributes that no style can stand in for, by writing back what was there before the next paint. */
export class MovedAttributes implements Holder {
  readonly #ways = new WeakMap<Element, Way>()
  readonly #movers = new WeakMap<Element, Map<string, Mover>>()
  readonly #held = new Map<Element, Map<string, Held>>()
  #changed = new Map<Element, Map<string, string | null>>()

  note({ type, target, attributeName: name, oldValue }: MutationRecord): boolean {
    if (type !== 'attributes' || !name || !isShown(target, name)) return false
    if (name === 'value' && !this.#isRestless(target, Number(oldValue))) return false
    const held = this.#held.get(target)?.get(name)
    if (held) {
      const now = target.getAttribute(name)
      if (now === held.shown) return false
      held.own = now
      write(target, name, held.shown)
      this.#moverOf(target, name).step(performance.now(), 'other')
      return false
    }
    const before = this.#changed.get(target) ?? new Map<string, string | null>()
    this.#changed.set(target, before)
    if (!before.has(name)) before.set(name, oldValue)
    return true
  }

  look(now: number, isTheirs: boolean): void {
    const changed = this.#changed
    this.#changed = new Map()
    for (const [element, names] of changed) {
      for (const [name, shown] of names) {
        const own = element.getAttribute(name)
        if (isTheirs || own === shown || this.#moverOf(element, name).step(now, 'other') !== 'hold') continue
        const held = this.#held.get(element) ?? new Map<string, Held>()
        this.#held.set(element, held.set(name, { own, shown }))
        write(element, name, shown)
      }
    }
  }

  settle(now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const [element, names] of this.#held) {
      for (const name of names.keys()) {
        const mover = this.#moverOf(element, name)
        const wait = mover.quietIn(now)
        if (wait > 0) next = Math.min(next, wait)
        else {
          this.#free(element, name)
          mover.end(now)
        }
      }
    }
    return next
  }

  letGo(): void {
    for (const [element, names] of this.#held) {
      for (const name of names.keys()) {
        this.#free(element, name)
        this.#moverOf(element, name).letGo()
      }
    }
  }

  #isRestless(bar: Element, before: number): boolean {
    if (this.#held.has(bar)) return true
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

  #free(element: Element, name: string): void {
    const names = this.#held.get(element)
    const held = names?.get(name)
    names?.delete(name)
    if (names?.size === 0) this.#held.delete(element)
    if (held && element.getAttribute(name) === held.shown) write(element, name, held.own)
  }

  #moverOf(element: Element, name: string): Mover {
    const movers = this.#movers.get(element) ?? new Map<string, Mover>()
    this.#movers.set(element, movers)
    const mover = movers.get(name) ?? new Mover()
    movers.set(name, mover)
    return mover
  }
}

function isShown(node: Node, name: string): node is Element {
  if (name === 'placeholder') return true
  if (name === 'open') return node instanceof HTMLDetailsElement
  if (name === 'poster') return true
  if (name === 'value') return node instanceof HTMLProgressElement || node instanceof HTMLMeterElement
  const isPicture =
    node instanceof SVGElement || (node instanceof HTMLLinkElement && node.relList.contains('icon'))
  return isPicture && SHOWN.test(name)
}

function write(element: Element, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
