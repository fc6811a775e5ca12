import { getter, method, newMap, prototypeOf } from './natives'
import { isClockHand, isFilling, isRecount, isTime } from './news'
import { isOnTab } from './tab-signs'

/** Text that changes more slowly than this, in milliseconds, and only grows, is read and not watched. */
const READABLE_MS = 700

/** A name or a sign that changes more slowly than this, in milliseconds, says that work goes on as often as that it moves. */
const NAMED_MS = 250

const attributeOf = method(prototypeOf('Element'), 'getAttribute')
const closest = method(prototypeOf('Element'), 'closest')
const matches = method(prototypeOf('Element'), 'matches')
const parentOf = getter(prototypeOf('Node'), 'parentElement')
const isConnected = getter(prototypeOf('Node'), 'isConnected')
const nodeType = getter(prototypeOf('Node'), 'nodeType')
const textOf = getter(prototypeOf('Node'), 'textContent')
const target = getter(prototypeOf('MutationRecord'), 'target')
const kind = getter(prototypeOf('MutationRecord'), 'type')
const attribute = getter(prototypeOf('MutationRecord'), 'attributeName')
const before = getter(prototypeOf('MutationRecord'), 'oldValue')
const added = getter(prototypeOf('MutationRecord'), 'addedNodes')
const removed = getter(prototypeOf('MutationRecord'), 'removedNodes')
const count = getter(prototypeOf('NodeList'), 'length')
const nodeAt = method(prototypeOf('NodeList'), 'item')
const startsWith = method(String.prototype, 'startsWith')

/** What shows how far something has come; its movement is news. */
const PROGRESS = 'progress,meter,[role=progressbar],[role=meter],[role=slider],[aria-valuenow]'

/** Whether what has changed on the page is seen to move, rather than to be news: numbers, progress, content that comes. */
export function isMovement(records: readonly MutationRecord[], period: number): boolean {
  const swaps = newMap<Node, Swap>()
  for (let at = 0; at < records.length; at++) {
    const record = records[at] as MutationRecord
    const node = target(record)
    if (!isConnected(node) || isOnTab(record)) continue
    const type = kind(record)
    if (type === 'childList') noteSwap(swaps, node, record)
    else if (
      type === 'attributes'
        ? attributeMoves(node as Element, attribute(record) ?? '', before(record), period)
        : textMoves(node, record, period)
    )
      return true
  }
  let moved = false
  swaps.forEach((swap, node) => {
    moved ||=
      isElement(node) && isSheet(node) ? rulesMove(swap.oldText, swap.newText) : swapMoves(swap, period)
  })
  return moved
}

/**
 * Whether an attribute's change is seen to move.
 * @param old what it was; null when it was not there
 * @param period the pace of such changes, in milliseconds
 */
export function attributeMoves(element: Element, name: string, old: string | null, period: number): boolean {
  const now = attributeOf(element, name)
  if (now === old || closest(element, PROGRESS)) return false
  if ((name === 'class' || name === 'hidden') && period >= NAMED_MS) return false
  if (name === 'href') return !closest(element, 'a,area,base')
  if (name === 'placeholder') return differs(old ?? '', now ?? '', period)
  return !(isFilling(old ?? '', now ?? '') || isClockHand(old ?? '', now ?? '', period))
}

/** Whether a change writes a time, be it the same one once more. */
export function writesTime(record: MutationRecord): boolean {
  const type = kind(record)
  if (type === 'characterData') return isTime(textOf(target(record)) ?? '')
  const come = added(record)
  return type === 'childList' && count(come) === 1 && isTime(textOf(nodeAt(come, 0) as Node) ?? '')
}

function textMoves(node: Node, record: MutationRecord, period: number): boolean {
  const old = before(record) ?? ''
  const now = textOf(node) ?? ''
  const parent = parentOf(node)
  return parent && isSheet(parent) ? rulesMove(old, now) : differs(old, now, period)
}

/** The numbers of a style sheet are what moves; one that grows is made ready for what is to come. */
function rulesMove(old: string, now: string): boolean {
  return !startsWith(now, old)
}

const isSheet = (element: Element) => matches(element, 'style')

/** Whether a text's change is seen to move: it neither counts, nor grows slowly. */
export function differs(old: string, now: string, period: number): boolean {
  const grows = period >= READABLE_MS && startsWith(now, old)
  return old !== now && !grows && !isRecount(old, now)
}

/** What has come and gone below one node. */
interface Swap {
  oldText: string
  newText: string
  elements: { added: number; removed: number; media: boolean }
}

function noteSwap(swaps: Map<Node, Swap>, node: Node, record: MutationRecord): void {
  const elements = { added: 0, removed: 0, media: false }
  const swap = swaps.get(node) ?? { oldText: '', newText: '', elements }
  swaps.set(node, swap)
  const gone = removed(record)
  for (let at = 0; at < count(gone); at++) {
    const child = nodeAt(gone, at) as Node
    if (isElement(child)) noteElement(swap, child, 'removed')
    if (isShown(child)) swap.oldText += textOf(child)
  }
  const come = added(record)
  for (let at = 0; at < count(come); at++) {
    const child = nodeAt(come, at) as Node
    if (isElement(child)) noteElement(swap, child, 'added')
    if (isShown(child)) swap.newText += textOf(child)
  }
}

function noteElement({ elements }: Swap, element: Element, what: 'added' | 'removed'): void {
  elements[what]++
  // What was taken out and put back elsewhere has changed places: a list that turns round.
  elements.media ||=
    (what === 'removed' && isConnected(element)) || closest(element, MEDIA) !== null || childMatching(element)
}

function swapMoves({ oldText, newText, elements }: Swap, period: number): boolean {
  const { added, removed, media } = elements
  // What is new comes from elsewhere, and not within one step of a timer: what does takes turns with what was there.
  if (added > 0 && removed > 0) return media || period < READABLE_MS || differs(oldText, newText, period)
  return added + removed === 0 && differs(oldText, newText, period)
}

const MEDIA = 'img,picture,svg,canvas,video'
const querySelector = method(prototypeOf('Element'), 'querySelector')

function childMatching(element: Element): boolean {
  return querySelector(element, MEDIA) !== null
}

function isElement(node: Node): node is Element {
  return nodeType(node) === Node.ELEMENT_NODE
}

/** Comments are for the page itself. */
function isShown(node: Node): boolean {
  return isElement(node) || nodeType(node) === Node.TEXT_NODE
}
