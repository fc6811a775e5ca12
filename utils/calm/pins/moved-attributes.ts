import type { Holder } from './holder'
import { Mover } from './mover'
import { RestlessBars } from './restless-bars'
import { letGo, settle } from './settle'

/** Attributes of drawings that are shown and that no style reaches, and the picture of a page's tab. */
const SHOWN =
  /^(points|[xy][12]|viewBox|offset|fx|fy|d[xy]|startOffset|href|gradientTransform|patternTransform|stdDeviation|baseFrequency|values|scale|seed)$/

interface Attribute {
  readonly element: Element
  readonly name: string
  readonly mover: Mover
  /** What the page has given it last, and what is shown instead while it is held. */
  own: string | null
  shown: string | null
}

/** Holds attributes that no style can stand in for, by writing back what was there before the next paint. */
export class MovedAttributes implements Holder {
  readonly #attributes = new WeakMap<Element, Map<string, Attribute>>()
  readonly #held = new Set<Attribute>()
  readonly #bars = new RestlessBars()
  #changed = new Map<Attribute, string | null>()

  note({ type, target, attributeName: name, oldValue }: MutationRecord): boolean {
    if (type !== 'attributes' || !name || !isShown(target, name)) return false
    const attribute = this.#attributeOf(target, name)
    const isHeld = this.#held.has(attribute)
    if (name === 'value' && !isHeld && !this.#bars.turns(target, Number(oldValue))) return false
    if (isHeld) {
      const now = target.getAttribute(name)
      if (now === attribute.shown) return false
      attribute.own = now
      write(attribute, attribute.shown)
      attribute.mover.step(performance.now(), 'other')
      return false
    }
    if (!this.#changed.has(attribute)) this.#changed.set(attribute, oldValue)
    return true
  }

  look(now: number, isTheirs: boolean): void {
    const changed = this.#changed
    this.#changed = new Map()
    for (const [attribute, shown] of changed) {
      const own = attribute.element.getAttribute(attribute.name)
      if (isTheirs || own === shown || attribute.mover.step(now, 'other') !== 'hold') continue
      Object.assign(attribute, { own, shown })
      this.#held.add(attribute)
      write(attribute, shown)
    }
  }

  settle(now: number): number {
    return settle(this.#held, attribute => this.#free(attribute), now)
  }

  letGo(): void {
    letGo(this.#held, attribute => this.#free(attribute))
  }

  #free(attribute: Attribute): void {
    this.#held.delete(attribute)
    if (attribute.element.getAttribute(attribute.name) === attribute.shown) write(attribute, attribute.own)
  }

  #attributeOf(element: Element, name: string): Attribute {
    const attributes = this.#attributes.get(element) ?? new Map<string, Attribute>()
    this.#attributes.set(element, attributes)
    const attribute = attributes.get(name) ?? { element, name, mover: new Mover(), own: null, shown: null }
    attributes.set(name, attribute)
    return attribute
  }
}

function isShown(node: Node, name: string): node is Element {
  if (name === 'placeholder') return true
  if (name === 'open') return node instanceof HTMLDetailsElement
  if (name === 'poster') return true
  if (name === 'name') return node instanceof HTMLSlotElement
  if (name === 'value') return node instanceof HTMLProgressElement || node instanceof HTMLMeterElement
  const isPicture =
    node instanceof SVGElement || (node instanceof HTMLLinkElement && node.relList.contains('icon'))
  return isPicture && SHOWN.test(name)
}

function write({ element, name }: Attribute, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else element.setAttribute(name, value)
}
