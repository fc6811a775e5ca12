import { attributeMoves } from '../page-world/movement'
import { eachStyled } from '../page-world/styled'
import { AwaitedEnds } from './awaited-ends'
import type { Holder } from './holder'
import { InlineStyles } from './inline-style'
import { Mover, type Verdict } from './mover'
import type { PinnedValues } from './pinned-values'
import type { Pairs } from './renewals'
import { differences, type Sample, sampleOf, valueIn } from './sample'
import { letGo, settle } from './settle'
import { Turning } from './visibility'

/** A change of this share of the view is a large one. */
const LARGE_SHARE = 0.04

/** A slide, or the dot of one, is wrapped in so many elements at most. */
const MOST_UP = 2

/** Comparing how elements look may take this share of the time at most. */
const SHARE_OF_TIME = 0.1

/** Elements beside one another, which move together: slides, particles, the parts of a drawing. */
interface Group {
  readonly mover: Mover
  readonly pinned: Set<Element>
  /** How many steps each has made. */
  readonly steps: WeakMap<Element, number>
  sample: Sample | null
}

/** One step of a group: each changed element, and the earlier values of what changed of it. */
interface Step {
  readonly turning: Turning
  readonly values: Map<Element, Map<string, string>>
}

/** What shows itself above all else, with a cover on the page: it is held as gone. */
export const TOPMOST = 'dialog,[popover]'

/** Attributes that say nothing about looks, or much about what is new. */
const NAMES = /^(aria-|on|value$|title$|alt$|href$|src|id$|name$|tabindex$|lang$|content$)/

/** Holds elements whose style, class or other attributes change how they look again and again. */
export class MovedStyles implements Holder {
  readonly #groups = new WeakMap<Node, Group>()
  readonly #held = new Set<Group>()
  readonly #styles: InlineStyles
  readonly #ends = new AwaitedEnds()
  /** The style each element had before it changed; what is pinned, whose changes are not seen, with those between. */
  #restyled = new Map<Element, string[]>()
  #renamed = new Set<Element>()
  /** Elements have come or gone, and what is held is known by its place. */
  #rearranged = false
  #notBefore = 0

  constructor(
    private readonly page: Document,
    private readonly pins: PinnedValues,
  ) {
    this.#styles = new InlineStyles(page)
  }

  note(record: MutationRecord): boolean {
    const { type, target, attributeName, oldValue } = record
    const sheet = sheetOf(target)
    if (sheet) {
      eachStyled(sheet, target.getRootNode(), element => this.restyled(element))
      return true
    }
    if (type === 'childList') {
      this.#rearranged ||= this.pins.isPlaced
      return this.#rearranged
    }
    if (type !== 'attributes' || attributeName === null || !(target instanceof Element)) return false
    if (attributeName !== 'style') {
      if (NAMES.test(attributeName)) return false
      this.#renamed.add(target)
      return true
    }
    const befores = this.#restyled.get(target) ?? []
    if (befores.length === 0 || this.pins.has(target)) befores.push(oldValue ?? '')
    this.#restyled.set(target, befores)
    return true
  }

  /** Something else than the tree says that an element may look different. */
  restyled(element: Element): void {
    this.#renamed.add(element)
  }

  renew(parent: ParentNode, pairs: Pairs): boolean {
    const group = this.#groups.get(groupNodeAt(parent))
    const sample = new Map(group?.sample ?? [])
    for (const [old, now] of pairs) {
      if (now.parentNode === parent) this.#renamed.add(now)
      const looks = sample.get(old)
      if (looks) sample.set(now, looks)
      sample.delete(old)
      if (!group?.pinned.delete(old)) continue
      this.pins.pass(old, now)
      group.pinned.add(now)
    }
    if (group?.sample) group.sample = sample
    return true
  }

  look(now: number, isTheirs: boolean): void {
    if (this.#rearranged) this.pins.place()
    this.#rearranged = false
    const steps = new Map<ParentNode, Step>()
    for (const [element, befores] of this.#restyled) this.#addRestyled(steps, element, befores)
    const renamed = byParent(this.#renamed)
    for (const [parent, elements] of renamed) {
      // What is pinned looks the same whatever it is called: that it was called otherwise has to do.
      const { mover } = groupOf(this.#groups, parent)
      if (!mover.held) continue
      mover.step(now, 'other')
      for (const element of elements) this.#await(element, this.pins.properties(element))
    }
    if (now >= this.#notBefore) this.#addRenamed(steps, renamed)
    this.#restyled = new Map()
    this.#renamed = new Set()
    for (const [parent, step] of steps) this.#take(groupOf(this.#groups, parent), step, now, isTheirs)
  }

  settle(now: number): number {
    return settle(this.#held, group => this.#free(group), now)
  }

  letGo(): void {
    for (const element of [...this.#renamed, ...this.#restyled.keys()])
      this.#await(element, this.pins.properties(element))
    letGo(this.#held, group => this.#free(group))
  }

  #free(group: Group): void {
    for (const element of group.pinned) this.pins.unpin(element)
    group.pinned.clear()
    group.sample = null
    this.#held.delete(group)
  }

  #addRestyled(steps: Map<ParentNode, Step>, element: Element, befores: string[]): void {
    const parent = element.parentNode && groupNodeAt(element.parentNode)
    if (!parent || !element.isConnected || !('style' in element)) return
    const group = this.#groups.get(parent)
    const pace = group?.mover.pace ?? 0
    if (!befores.some(before => attributeMoves(element, 'style', before, pace))) return
    const values = new Map(
      befores.reverse().flatMap(before => [...this.#styles.changes(element as HTMLElement, before)]),
    )
    if (values.size === 0) return
    const step = stepOf(steps, parent)
    const { style } = element as HTMLElement
    for (const [property, old] of values) step.turning.add(property, old, style.getPropertyValue(property))
    addValues(step.values, element, values)
  }

  #addRenamed(steps: Map<ParentNode, Step>, renamed: Map<ParentNode, Set<Element>>): void {
    if (renamed.size === 0 || this.page.readyState === 'loading') return
    const start = performance.now()
    for (const [parent, elements] of renamed) {
      const group = groupOf(this.#groups, parent)
      const before = group.sample
      const after = sampleOf(parent, elements)
      group.sample = after
      if (!before) continue
      const changed = differences(before, after)
      if (changed.size === 0) continue
      const step = stepOf(steps, parent)
      for (const [element, values] of changed) {
        for (const [property, old] of values)
          step.turning.add(property, old, valueIn(after, element, property))
        addValues(step.values, element, values)
      }
    }
    const end = performance.now()
    this.#notBefore = end + (end - start) / SHARE_OF_TIME
  }

  #take(group: Group, { turning, values }: Step, now: number, isTheirs: boolean): void {
    if (isTheirs && !group.mover.held) return
    const large = !group.mover.flows && this.#isLarge(values.keys())
    const verdict = group.mover.step(now, turning.turn, large)
    if (group.mover.held) this.#held.add(group)
    const joined = [...values.keys()].some(element => group.pinned.has(element))
    for (const [element, own] of values) {
      const steps = (group.steps.get(element) ?? 0) + 1
      group.steps.set(element, steps)
      if (!group.mover.held) continue
      this.#hold(group, element, own, verdict, joined || steps > 1)
      this.#await(element, own.keys())
    }
  }

  #hold(group: Group, element: Element, before: Map<string, string>, verdict: Verdict, joins: boolean): void {
    if (verdict === 'wait' && !joins) return
    const values = new Map<string, string>()
    for (const [property, value] of before) {
      if (verdict !== 'peak' && this.pins.value(element, property) !== undefined) continue
      const isCover = property === 'display' && element.matches(TOPMOST)
      values.set(property, isCover ? 'none' : value || getComputedStyle(element).getPropertyValue(property))
    }
    if (values.size === 0) return
    this.pins.pin(element, values)
    group.pinned.add(element)
  }

  /** Properties have been given other values, or may have been. */
  #await(element: Element, properties: Iterable<string>): void {
    for (const property of properties)
      if (this.pins.value(element, property) !== undefined) this.#ends.await(element, property)
  }

  #isLarge(elements: Iterable<Element>): boolean {
    const { innerWidth = 0, innerHeight = 0 } = this.page.defaultView ?? {}
    for (const element of elements) {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      const width = Math.min(right, innerWidth) - Math.max(left, 0)
      const height = Math.min(bottom, innerHeight) - Math.max(top, 0)
      if (width > 0 && height > 0 && width * height > LARGE_SHARE * innerWidth * innerHeight) return true
    }
    return false
  }
}

/** @returns the sheet of the style element whose text has changed, if that is what has. */
function sheetOf(target: Node): CSSStyleSheet | null {
  const element = target instanceof Element ? target : target.parentElement
  return element instanceof HTMLStyleElement ? element.sheet : null
}

function groupOf(groups: WeakMap<Node, Group>, parent: Node): Group {
  const known = groups.get(parent)
  const group = known ?? { mover: new Mover(), pinned: new Set(), steps: new WeakMap(), sample: null }
  if (!known) groups.set(parent, group)
  return group
}

/** @returns what the children of a node and those that move with them stand in: what stands alone moves with its parent. */
function groupNodeAt(parent: ParentNode): ParentNode {
  let node = parent
  for (let up = 0; up < MOST_UP && node.childElementCount === 1; up++) {
    const above = node.parentNode
    if (!(node instanceof Element && above instanceof Element)) break
    node = above
  }
  return node
}

function stepOf(steps: Map<ParentNode, Step>, parent: ParentNode): Step {
  const step = steps.get(parent) ?? { turning: new Turning(), values: new Map() }
  steps.set(parent, step)
  return step
}

function addValues(
  all: Map<Element, Map<string, string>>,
  element: Element,
  values: Map<string, string>,
): void {
  all.set(element, new Map([...(all.get(element) ?? []), ...values]))
}

function byParent(elements: Iterable<Element>): Map<ParentNode, Set<Element>> {
  const parents = new Map<ParentNode, Set<Element>>()
  for (const element of elements) {
    const parent = element.parentNode && groupNodeAt(element.parentNode)
    if (!parent || !element.isConnected) continue
    parents.set(parent, (parents.get(parent) ?? new Set()).add(element))
  }
  return parents
}
