import { differs } from '../page-world/movement'
import { digitsIn, isRecount } from '../page-world/news'
import { CoveredText } from './covered-text'
import type { Holder } from './holder'
import { Mover, type Turn } from './mover'
import type { PinnedValues } from './pinned-values'
import type { Pairs } from './renewals'
import { isLeaf, type ShownText, WrittenText } from './written-text'

/** Text that changes more slowly than this, in milliseconds, is read: it moves when the same comes round again. */
const READ_MS = 700

/** So many earlier texts are known again. */
const MOST_TEXTS = 20

/** How far the times between two changes may be apart to count as even, as a share, and how many have to be; one that is exact does. */
const EVEN = 0.1
const EXACT = 0.02
const EVEN_TIMES = 2

/** A number that goes up and down with less than this between two turns, in milliseconds, is not there to be read. */
const WHIRL_MS = 500

/** What says of itself that it tells news. */
const LIVE = '[aria-live]:not([aria-live=off]),[role=log],[role=status],[role=alert],[role=timer],output,time'

interface Text {
  readonly mover: Mover
  readonly seen: Set<string>
  /** When it changed last, the time between the changes before, in milliseconds, and how often that was the same. */
  last: number
  gap: number
  even: number
  /** Which way its number went last, and when it turned round. */
  rises: boolean
  turned: number
}

/** Holds text that is written over and over, by writing back what was there before the next paint. */
export class MovedTexts implements Holder {
  readonly #texts = new WeakMap<Element, Text>()
  readonly #held = new Map<Element, ShownText>()
  #changed = new Map<Element, string>()

  constructor(private readonly pins: PinnedValues) {}

  note(record: MutationRecord): boolean {
    const { target, type } = record
    if (type === 'attributes') return false
    const element = type === 'characterData' ? target.parentElement : target
    if (!(element instanceof Element)) return false
    const held = this.#held.get(element)
    if (held) {
      this.#writeBack(element, held)
      return false
    }
    if (this.#changed.has(element) || !isLeaf(element)) return false
    this.#changed.set(element, textBefore(record, element))
    return true
  }

  renew(_: ParentNode, pairs: Pairs): boolean {
    for (const [old, now] of pairs) {
      if (!isLeaf(now)) continue
      const text = this.#texts.get(old)
      if (text) this.#texts.set(now, text)
      const held = this.#held.get(old)
      if (held) this.#holdInstead(old, now, held)
      else this.#changed.set(now, old.textContent ?? '')
    }
    return this.#changed.size > 0
  }

  look(now: number, isTheirs: boolean): void {
    const changed = this.#changed
    this.#changed = new Map()
    for (const [element, before] of changed) {
      if (!isTheirs && mayMove(element)) this.#take(element, before, now)
    }
  }

  settle(now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const [element, held] of this.#held) {
      const mover = this.#texts.get(element)?.mover
      const wait = element.isConnected ? (mover?.quietIn(now) ?? 0) : 0
      if (wait > 0) {
        next = Math.min(next, wait)
        continue
      }
      held.letGo()
      this.#held.delete(element)
      mover?.end(now)
    }
    return next
  }

  letGo(): void {
    for (const [element, held] of this.#held) {
      held.letGo()
      this.#texts.get(element)?.mover.letGo()
    }
    this.#held.clear()
  }

  #take(element: Element, before: string, now: number): void {
    const after = element.textContent ?? ''
    const text = this.#textOf(element)
    if (before === after || !(differs(before, after, text.mover.pace) || whirls(text, before, after, now)))
      return
    const comesRound = isComingRound(text, after, now)
    if (text.mover.step(now, comesRound ? 'other' : turnOf(before, after)) !== 'hold') return
    // What is read slowly is held only when it comes round.
    if (text.mover.pace > READ_MS && !comesRound) text.mover.letGo()
    else this.#held.set(element, this.#shown(element, before))
  }

  #holdInstead(old: Element, now: Element, held: ShownText): void {
    held.letGo()
    this.#held.delete(old)
    const next = this.#shown(now, held.shown)
    this.#held.set(now, next)
    if (next.own !== held.own) this.#textOf(now).mover.step(performance.now(), 'other')
  }

  #writeBack(element: Element, held: ShownText): void {
    const text = this.#textOf(element)
    const before = held.own
    if (!held.writeBack()) {
      // It holds more than text by now: something else has come.
      this.#held.delete(element)
      text.mover.end(performance.now())
      return
    }
    if (before === held.own) return
    if (text.mover.step(performance.now(), turnOf(before, held.own)) === 'peak') held.complete(before)
  }

  #shown(element: Element, text: string): ShownText {
    return isEdited(element) ? new CoveredText(this.pins, element, text) : new WrittenText(element, text)
  }

  #textOf(element: Element): Text {
    const known = this.#texts.get(element)
    const text = known ?? {
      mover: new Mover(),
      seen: new Set<string>(),
      last: 0,
      gap: 0,
      even: 0,
      turned: 0,
      rises: true,
    }
    if (!known) this.#texts.set(element, text)
    return text
  }
}

/** Whether the same texts come again, or others at an even pace: what is said aloud beside a film comes unevenly. */
function isComingRound(text: Text, after: string, now: number): boolean {
  const gap = now - text.last
  const apart = gap < 10 * READ_MS ? Math.abs(gap - text.gap) / gap : 1
  if (apart > EVEN) text.even = 0
  else text.even += apart < EXACT ? EVEN_TIMES : 1
  const again = text.seen.has(after)
  text.seen.add(after)
  if (text.seen.size > MOST_TEXTS) text.seen.clear()
  text.last = now
  text.gap = gap
  return again || text.even >= EVEN_TIMES
}

/** Whether a number has turned round twice too soon. One with other digits than before may be written otherwise. */
function whirls(text: Text, before: string, after: string, now: number): boolean {
  const [old, next] = [digitsIn(before), digitsIn(after)]
  if (old.length !== next.length || !isRecount(before, after)) return false
  const rises = next > old
  if (rises === text.rises) return false
  const soon = now - text.turned < WHIRL_MS
  text.rises = rises
  text.turned = now
  return soon
}

function turnOf(before: string, after: string): Turn {
  if (after.startsWith(before)) return 'more'
  return before.startsWith(after) ? 'less' : 'other'
}

/** @returns the text an element had before a change, as far as one record tells. */
function textBefore({ type, oldValue, addedNodes, removedNodes }: MutationRecord, element: Element): string {
  if (type === 'characterData') return oldValue ?? ''
  const added = new Set(addedNodes)
  const kept = [...element.childNodes].filter(node => !added.has(node))
  return [...kept, ...removedNodes].map(node => node.textContent).join('')
}

/** What tells news is to be told; what stands in a line of what may be edited cannot be covered. */
function mayMove(element: Element): boolean {
  if (!element.isConnected || element.closest(LIVE)) return false
  return !isEdited(element) || getComputedStyle(element).display !== 'inline'
}

const isEdited = (element: Element) => element instanceof HTMLElement && element.isContentEditable
