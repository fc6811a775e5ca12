import type { Sense } from './gate'
import { isMovement, writesTime } from './movement'
import {
  apply,
  bare,
  type Callable,
  getOwnPropertyDescriptor,
  getter,
  listOf,
  method,
  prototypeOf,
} from './natives'
import { isRecount } from './news'
import { keptStyles } from './rules'
import { changesIcon } from './tab-signs'

/** What can change in a page's tree and be seen to move. Other attributes are names and notes. */
const ATTRIBUTES =
  'style class src srcset hidden open transform d points x y x1 y1 x2 y2 cx cy r rx ry width height viewBox href fill opacity offset stroke-dashoffset placeholder srcdoc slot poster seed baseFrequency scale stdDeviation'.split(
    ' ',
  )

const OBSERVED = bare({
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributeOldValue: true,
  // Firefox goes through a list by the prototype of arrays.
  attributeFilter: listOf(ATTRIBUTES) as string[],
})

const observe = method(prototypeOf('MutationObserver'), 'observe')
const takeRecords = method(prototypeOf('MutationObserver'), 'takeRecords')
const disconnect = method(prototypeOf('MutationObserver'), 'disconnect')
const titleOf = getter(prototypeOf('Document'), 'title')
const setTitle = getOwnPropertyDescriptor(prototypeOf('Document'), 'title')?.set as Callable

/** What counts as movement: what moves on the page, and what changes on its tab. */
export interface Watched {
  page: boolean
  tab: boolean
}

/** Sees movement in the page's tree, and what others report: drawing and scrolling. Looks only while asked to. */
export class PageSense implements Sense {
  /** Set while a callback is looked at: what leaves no trace in the tree is reported then. */
  looking = false
  retitled: Sense['retitled'] = null
  toldTime = false
  #reported = false
  #iconChanged = false
  #title = ''
  #period = 0
  #rules = ''
  /** What is changed after the callback itself is told here, before the looking ends. */
  readonly #observer = new MutationObserver(records => this.#take(records))

  /** @param eachRoot calls back for each shadow root of the page */
  constructor(
    private readonly page: Document,
    private readonly watched: Readonly<Watched>,
    private readonly eachRoot: (look: (root: Node) => void) => void,
  ) {}

  begin(period: number): void {
    this.#period = period
    this.#reported = false
    this.#iconChanged = false
    this.looking = true
    this.#rules = keptStyles()
    this.retitled = null
    this.toldTime = false
    this.#title = titleOf(this.page)
    observe(this.#observer, this.page, OBSERVED)
    this.eachRoot(root => observe(this.#observer, root, OBSERVED))
  }

  end(): boolean {
    if (!this.looking) return false
    this.#take(takeRecords(this.#observer))
    this.looking = false
    this.#reported ||= this.#rules !== keptStyles()
    disconnect(this.#observer)
    const title = titleOf(this.page)
    const renamed = this.watched.tab && title !== this.#title && !isRecount(this.#title, title)
    this.retitled = renamed ? { from: this.#title, to: title } : null
    return (this.watched.tab && this.#iconChanged) || (this.watched.page && this.#reported)
  }

  report(): void {
    this.#reported = true
  }

  #take(records: readonly MutationRecord[]): void {
    if (!this.looking) return
    this.#reported ||= this.watched.page && isMovement(records, this.#period)
    for (let at = 0; at < records.length && this.watched.tab; at++) {
      this.#iconChanged ||= changesIcon(records[at] as MutationRecord)
    }
    for (let at = 0; at < records.length && !this.toldTime; at++) {
      this.toldTime = writesTime(records[at] as MutationRecord)
    }
  }

  retitle(first: string, last: string): void {
    if (titleOf(this.page) === last) apply(setTitle, this.page, [first])
  }
}
