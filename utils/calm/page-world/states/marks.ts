import {
  apply,
  bare,
  type Callable,
  construct,
  getOwnPropertyDescriptor,
  getter,
  method,
  newMap,
  prototypeOf,
} from '../natives'
import type { Kind } from './held-states'

/** More marked ranges than these are not looked at. */
const MOST_RANGES = 50

/** Where a range begins and ends. */
interface Place {
  readonly start: Node
  readonly startOffset: number
  readonly end: Node
  readonly endOffset: number
}
/** One mark: the page's own, and the places it is shown at. */
interface Mark {
  readonly own: Highlight
  readonly places: Map<number, Place>
}

const marks = prototypeOf('HighlightRegistry')
const eachMark = method(marks, 'forEach')
const setMark = method(marks, 'set')
const clearMarks = method(marks, 'clear')
const highlight = prototypeOf('Highlight')
const countOf = getter(highlight, 'size')
const eachRange = method(highlight, 'forEach')
const addRange = method(highlight, 'add')
const range = prototypeOf('Range')
const startOf = getter(range, 'startContainer')
const startOffsetOf = getter(range, 'startOffset')
const endOf = getter(range, 'endContainer')
const endOffsetOf = getter(range, 'endOffset')
const { Highlight: NativeHighlight, StaticRange: NativeRange } = globalThis

/** What is marked on a page by names. */
export const MARKS: Kind<HighlightRegistry, Map<string, Mark>> = {
  read: self => {
    const all = newMap<string, Mark>()
    let left = MOST_RANGES
    eachMark(self, (own, name) => {
      left -= countOf(own)
      const places = newMap<number, Place>()
      if (left >= 0)
        eachRange(own, range => {
          places.set(places.size, placeOf(range as Range))
        })
      all.set(name, { own, places })
    })
    return left >= 0 ? all : undefined
  },
  write: (self, all, isOwn) => {
    clearMarks(self)
    all.forEach((mark, name) => {
      setMark(self, name, isOwn ? mark.own : shown(mark))
    })
  },
  isSame: (one, other) => {
    let same = one.size === other.size
    one.forEach(({ places }, name) => {
      const others = other.get(name)?.places
      same &&= others !== undefined && others.size === places.size
      places.forEach((place, at) => {
        same &&= others !== undefined && isSamePlace(place, others.get(at))
      })
    })
    return same
  },
}

function placeOf(range: Range): Place {
  return {
    start: startOf(range),
    startOffset: startOffsetOf(range),
    end: endOf(range),
    endOffset: endOffsetOf(range),
  }
}

function isSamePlace(one: Place, other: Place | undefined): boolean {
  return (
    one.start === other?.start &&
    one.startOffset === other.startOffset &&
    one.end === other.end &&
    one.endOffset === other.endOffset
  )
}

const priorityOf = getOwnPropertyDescriptor(highlight, 'priority')

function shown({ own, places }: Mark): Highlight {
  const mark = construct(NativeHighlight, []) as Highlight
  apply(priorityOf?.set as Callable, mark, [apply(priorityOf?.get as Callable, own, [])])
  places.forEach(({ start, startOffset, end, endOffset }) => {
    const place = { startContainer: start, startOffset, endContainer: end, endOffset }
    addRange(mark, construct(NativeRange, [bare(place)]) as StaticRange)
  })
  return mark
}
