import { PlacedRules } from './placed-rules'

/** Values of style by property, in the words of style sheets. */
export type Values = ReadonlyMap<string, string>

interface Pin {
  readonly values: Map<string, string>
  readonly animation: Animation
}

/**
 * Shows elements with values of our choosing, whatever their own style says meanwhile.
 *
 * Each is held by an animation of no length that has ended and fills: it needs no attribute, selector or sheet, stays
 * with its element wherever that goes, and code that waits for an element's animations does not wait for it.
 */
export class PinnedValues {
  readonly #pins = new Map<Element, Pin>()
  readonly #displays = animatesDisplay() ? null : new PlacedRules()
  readonly #covers = new PlacedRules()

  has(element: Element): boolean {
    return this.#pins.has(element)
  }

  /** @returns the value that a property is shown with; undefined when it is the element's own. */
  value(element: Element, property: string): string | undefined {
    return this.#pins.get(element)?.values.get(property)
  }

  /** @returns what of an element is shown with values of ours. */
  properties(element: Element): Iterable<string> {
    return this.#pins.get(element)?.values.keys() ?? []
  }

  /** Whether some of what is held is known by its place in the tree. */
  get isPlaced(): boolean {
    return this.#covers.size > 0 || (this.#displays !== null && this.#displays.size > 0)
  }

  /** Finds what is known by its place anew, after elements have come or gone. */
  place(): void {
    this.#displays?.place()
    this.#covers.place()
  }

  /** Shows a text in the place of an element's own, at the size that it has, and writes nothing into the page. */
  cover(element: Element, text: string): void {
    const { width, height, boxSizing } = getComputedStyle(element)
    this.pin(element, new Map(Object.entries({ width, height, 'box-sizing': boxSizing, overflow: 'clip' })))
    const words = text.replace(/["\\\n\r\f\0]/g, sign => `\\${sign.charCodeAt(0).toString(16)} `)
    // The page's own text is what is read aloud.
    const shown = `content:"${words}"/""!important;-webkit-text-fill-color:currentcolor!important`
    this.#covers.set(element, `-webkit-text-fill-color:transparent!important;&::before{${shown}}`)
  }

  uncover(element: Element): void {
    this.#covers.delete(element)
    this.unpin(element)
  }

  /** Shows another element in the way that one is shown. */
  pass(from: Element, to: Element): void {
    const pin = this.#pins.get(from)
    if (!pin) return
    this.pin(to, pin.values)
    this.unpin(from)
  }

  /** Adds to what an element is shown with. */
  pin(element: Element, values: Values): void {
    const pin = this.#pins.get(element)
    const all = new Map([...(pin?.values ?? []), ...values])
    const display = values.get('display')
    if (display) this.#displays?.set(element, `display:${display}!important`)
    const animation = element.animate(keyframeOf(all), { duration: 0, fill: 'forwards' })
    // A later one of the same properties would otherwise end it.
    animation.persist()
    // Only now, so that nothing of the element's own is painted between.
    pin?.animation.cancel()
    this.#pins.set(element, { values: all, animation })
  }

  unpin(element: Element): void {
    this.#pins.get(element)?.animation.cancel()
    this.#pins.delete(element)
    this.#displays?.delete(element)
  }
}

/** Whether the browser takes `display` in an animation, which Firefox does not. */
const animatesDisplay = (): boolean =>
  'display' in (new KeyframeEffect(null, { display: ['none', 'none'] }).getKeyframes()[0] ?? {})

/** The same at both ends: what can only switch is then at its value all the way. */
function keyframeOf(values: Values): PropertyIndexedKeyframes {
  return Object.fromEntries([...values].map(([property, value]) => [nameOf(property), [value, value]]))
}

/** @returns a property's name as keyframes have it. */
function nameOf(property: string): string {
  if (property.startsWith('--')) return property
  if (property === 'offset' || property === 'float')
    return `css${property[0]?.toUpperCase()}${property.slice(1)}`
  return property.replace(/^-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
