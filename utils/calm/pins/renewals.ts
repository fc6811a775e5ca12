/** More elements than these are not compared with what stood in their place. */
const MOST_PAIRS = 150

/** What has come to stand in the place of what, element by element. */
export type Pairs = ReadonlyMap<Element, Element>

/** Finds out what is written anew: new elements in the place of others that were built alike. */
export class Renewals {
  #gone = new Map<Node, Element[]>()
  #come = new Map<Node, Element[]>()

  note({ type, target, addedNodes, removedNodes }: MutationRecord): void {
    if (type !== 'childList') return
    addElements(this.#gone, target, removedNodes)
    addElements(this.#come, target, addedNodes)
  }

  /** @returns what is new since the last call, by the element or root in which it stands. */
  take(): Map<ParentNode, Pairs> {
    const renewed = new Map<ParentNode, Pairs>()
    for (const [parent, come] of this.#come) {
      const gone = this.#gone.get(parent) ?? []
      // What still stands somewhere has moved, and is not written anew.
      if (gone.length !== come.length || gone.some(element => element.isConnected)) continue
      const pairs = new Map<Element, Element>()
      gone.forEach((old, at) => {
        pair(old, come[at] as Element, pairs)
      })
      if (pairs.size > 0) renewed.set(parent as ParentNode, pairs)
    }
    this.#gone = new Map()
    this.#come = new Map()
    return renewed
  }
}

function addElements(all: Map<Node, Element[]>, parent: Node, nodes: NodeList): void {
  if (nodes.length === 0) return
  const known = all.get(parent)
  const elements = known ?? []
  for (const node of nodes) if (node instanceof Element) elements.push(node)
  if (!known && elements.length > 0) all.set(parent, elements)
}

/** As deep as both are built alike. */
function pair(old: Element, now: Element, pairs: Map<Element, Element>): void {
  if (pairs.size >= MOST_PAIRS || old.localName !== now.localName) return
  pairs.set(old, now)
  if (old.childElementCount !== now.childElementCount) return
  for (let at = 0; at < old.children.length; at++) {
    pair(old.children[at] as Element, now.children[at] as Element, pairs)
  }
}
