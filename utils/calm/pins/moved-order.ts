import type { Holder } from './holder'
import { Mover } from './mover'
import type { PinnedValues } from './pinned-values'
import { letGo, settle } from './settle'

/** Longer lists are not held: looking where each of their elements stands takes too long. */
const MOST_ELEMENTS = 150

/** Where an element stands in the flow, in CSS pixels: what shifts it there does not count. */
interface Place {
  readonly left: number
  readonly top: number
}

interface List {
  readonly mover: Mover
  /** Where each element stood after the last step, or stands as long as the list is held. */
  places: ReadonlyMap<HTMLElement, Place>
}

/** Holds lists that take turns by moving their elements: each is shifted to where it stood. */
export class MovedOrder implements Holder {
  readonly #lists = new WeakMap<Node, List>()
  readonly #held = new Set<List>()
  #changed = new Set<Node>()

  constructor(private readonly pins: PinnedValues) {}

  note({ type, target, removedNodes }: MutationRecord): boolean {
    if (type !== 'childList') return false
    for (const node of removedNodes) {
      if (node instanceof HTMLElement && node.parentNode === target) this.#changed.add(target)
    }
    return this.#changed.has(target)
  }

  look(now: number, isTheirs: boolean): void {
    const changed = this.#changed
    this.#changed = new Set()
    for (const node of changed) {
      if (!(node instanceof Element) || node.childElementCount > MOST_ELEMENTS) continue
      const list = this.#lists.get(node) ?? { mover: new Mover(), places: new Map() }
      this.#lists.set(node, list)
      const { mover } = list
      if (mover.held) mover.step(now, 'swap')
      else if (isTheirs || mover.step(now, 'swap', true) !== 'hold') list.places = placesIn(node)
      if (mover.held) this.#hold(list, node)
    }
  }

  settle(now: number): number {
    return settle(this.#held, list => this.#free(list), now)
  }

  letGo(): void {
    letGo(this.#held, list => this.#free(list))
  }

  #hold(list: List, node: Element): void {
    this.#held.add(list)
    for (const [element, now] of placesIn(node)) {
      const before = list.places.get(element)
      if (!before) continue
      const shift = `${before.left - now.left}px ${before.top - now.top}px`
      if (this.pins.value(element, 'translate') !== shift)
        this.pins.pin(element, new Map([['translate', shift]]))
    }
  }

  #free(list: List): void {
    this.#held.delete(list)
    for (const element of list.places.keys()) this.pins.unpin(element)
    list.places = new Map()
  }
}

function placesIn(list: Element): Map<HTMLElement, Place> {
  const places = new Map<HTMLElement, Place>()
  for (const element of list.children) {
    if (element instanceof HTMLElement)
      places.set(element, { left: element.offsetLeft, top: element.offsetTop })
  }
  return places
}
