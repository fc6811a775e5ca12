/** What can be seen to change of an element without changing what else there is. */
const PROPERTIES =
  'display visibility opacity transform translate rotate scale left top right bottom width height margin-left margin-top margin-right margin-bottom padding-left padding-top max-width max-height color background-color background-image background-position-x background-position-y background-size border-top-color border-left-color border-top-width border-left-width border-top-left-radius box-shadow text-shadow filter backdrop-filter clip-path mask-image mask-position font-size letter-spacing order z-index fill stroke stroke-dashoffset stroke-dasharray stroke-width cx cy r rx ry x y d stop-color stop-opacity fill-opacity stroke-opacity offset-distance object-position'.split(
    ' ',
  )

/** More elements than these are not compared. */
const MOST_ELEMENTS = 150

/** How elements look: the values of `PROPERTIES` for each. */
export type Sample = ReadonlyMap<Element, readonly string[]>

/** Looks at what has changed, all that stands beside it, and below, as far as that is few. */
export function sampleOf(parent: ParentNode, changed: Iterable<Element>): Sample {
  const sample = new Map<Element, readonly string[]>()
  for (const element of nearby(parent, changed)) {
    if (sample.size === MOST_ELEMENTS) break
    if (!sample.has(element)) sample.set(element, looksOf(element))
  }
  return sample
}

function* nearby(parent: ParentNode, changed: Iterable<Element>): Generator<Element> {
  for (const element of changed) {
    yield element
    yield* element.getElementsByTagName('*')
  }
  yield* parent.children
  for (const beside of parent.children) yield* beside.getElementsByTagName('*')
}

/** @returns for each element in both samples that looks different, the properties that do, with the earlier values. */
export function differences(before: Sample, after: Sample): Map<Element, Map<string, string>> {
  const found = new Map<Element, Map<string, string>>()
  for (const [element, now] of after) {
    const old = before.get(element)
    if (!old) continue
    PROPERTIES.forEach((property, at) => {
      if (old[at] === now[at]) return
      const values = found.get(element) ?? new Map<string, string>()
      found.set(element, values.set(property, old[at] ?? ''))
    })
  }
  return found
}

/** @returns how a property looked in a sample. */
export function valueIn(sample: Sample, element: Element, property: string): string {
  return sample.get(element)?.[PROPERTIES.indexOf(property)] ?? ''
}

function looksOf(element: Element): string[] {
  const style = getComputedStyle(element)
  return PROPERTIES.map(property => style.getPropertyValue(property))
}
