import { getter, method, prototypeOf } from './natives'

/** What of a page is shown on its tab. */
const ICON = '[rel~=icon]'
const SIGNS = `title,${ICON}`

const attributeOf = method(prototypeOf('Element'), 'getAttribute')
const closest = method(prototypeOf('Element'), 'closest')
const matches = method(prototypeOf('Element'), 'matches')
const parentOf = getter(prototypeOf('Node'), 'parentElement')
const nodeType = getter(prototypeOf('Node'), 'nodeType')
const target = getter(prototypeOf('MutationRecord'), 'target')
const attribute = getter(prototypeOf('MutationRecord'), 'attributeName')
const before = getter(prototypeOf('MutationRecord'), 'oldValue')
const added = getter(prototypeOf('MutationRecord'), 'addedNodes')
const removed = getter(prototypeOf('MutationRecord'), 'removedNodes')
const count = getter(prototypeOf('NodeList'), 'length')
const nodeAt = method(prototypeOf('NodeList'), 'item')

/** @returns whether a change is to be seen on the page's tab alone: in its title or its icon. */
export function isOnTab(record: MutationRecord): boolean {
  const element = elementOf(target(record))
  if (!element) return false
  return closest(element, `head>title,${ICON}`) !== null || (matches(element, 'head') && swaps(record, SIGNS))
}

/** @returns whether a change gives the page's tab another icon. */
export function changesIcon(record: MutationRecord): boolean {
  const element = elementOf(target(record))
  if (!element) return false
  const name = attribute(record)
  if (name) return matches(element, ICON) && attributeOf(element, name) !== before(record)
  return swaps(record, ICON)
}

/** Whether an element of a kind was taken away or put in the place of another. */
function swaps(record: MutationRecord, kind: string): boolean {
  return has(removed(record), kind) || (has(added(record), kind) && count(removed(record)) > 0)
}

function has(nodes: NodeList, kind: string): boolean {
  for (let at = 0; at < count(nodes); at++) {
    const node = nodeAt(nodes, at) as Node
    if (nodeType(node) === Node.ELEMENT_NODE && matches(node as Element, kind)) return true
  }
  return false
}

function elementOf(node: Node): Element | null {
  return nodeType(node) === Node.ELEMENT_NODE ? (node as Element) : parentOf(node)
}
