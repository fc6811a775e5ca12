import type { Holder } from './holder'
import { Mover } from './mover'
import type { PinnedValues } from './pinned-values'
import { letGo, settle } from './settle'

/** What leaves again this soon after it has come, in milliseconds, was not there to be read. */
const PASSING_MS = 3000

const HIDDEN = new Map([['visibility', 'hidden']])

/** Where pieces come and go: a page that has confetti, snow or sparks makes each of them anew. */
interface Place {
  readonly node: Node
  readonly mover: Mover
  readonly hidden: Set<Element>
}

/**
 * Hides pieces that come and go again and again in one place. Only what lies outside the flow of its page is taken for
 * one: what other content makes room for is content.
 */
export class MovedPieces implements Holder {
  readonly #born = new WeakMap<Node, number>()
  readonly #places = new WeakMap<Node, Place>()
  readonly #held = new Map<Node, Place>()
  /** What has just come, and where something has just gone. */
  #come = new Set<Element>()
  #gone = new Set<Node>()

  constructor(private readonly pins: PinnedValues) {}

  note({ type, target, addedNodes, removedNodes }: MutationRecord): boolean {
    if (type !== 'childList') return false
    const now = performance.now()
    for (const node of removedNodes)
      if (!node.isConnected && this.#isPassing(node, now)) this.#gone.add(target)
    const held = this.#held.has(target)
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue
      if (!this.#born.has(node)) this.#born.set(node, now)
      if (held) this.#come.add(node)
    }
    return this.#gone.size + this.#come.size > 0
  }

  look(now: number, isTheirs: boolean): void {
    for (const node of this.#gone) {
      const place = this.#places.get(node) ?? { node, mover: new Mover(), hidden: new Set<Element>() }
      this.#places.set(node, place)
      if (!isTheirs && place.mover.step(now, 'other') === 'hold') this.#hold(node, place, now)
    }
    for (const element of this.#come) {
      const place = element.parentNode && this.#held.get(element.parentNode)
      if (!place) continue
      place.mover.step(now, 'other')
      this.#hide(place, element)
    }
    this.#gone = new Set()
    this.#come = new Set()
  }

  settle(now: number): number {
    for (const place of this.#held.values()) {
      for (const element of place.hidden) if (!element.isConnected) this.#show(place, element)
    }
    return settle(this.#held.values(), place => this.#free(place), now)
  }

  letGo(): void {
    letGo(this.#held.values(), place => this.#free(place))
  }

  #hold(node: Node, place: Place, now: number): void {
    this.#held.set(node, place)
    for (const element of node.childNodes) {
      if (element instanceof Element && this.#isPassing(element, now)) this.#hide(place, element)
    }
  }

  #hide(place: Place, element: Element): void {
    if (!isOutOfFlow(element)) return
    this.pins.pin(element, HIDDEN)
    place.hidden.add(element)
  }

  #show(place: Place, element: Element): void {
    this.pins.unpin(element)
    place.hidden.delete(element)
  }

  #free(place: Place): void {
    this.#held.delete(place.node)
    for (const element of place.hidden) this.#show(place, element)
  }

  /** Whether a node has come only lately. */
  #isPassing(node: Node, now: number): boolean {
    const born = this.#born.get(node)
    return born !== undefined && now - born < PASSING_MS
  }
}

function isOutOfFlow(element: Element): boolean {
  const { position } = getComputedStyle(element)
  return position === 'absolute' || position === 'fixed'
}
