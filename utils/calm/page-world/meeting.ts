import { bare, getter, method, prototypeOf } from './natives'

/** The two scripts of calm mode in a page: in the page's own world, and in the extension's. */
export type Side = 'page' | 'extension'

/** Plain words, that tell a page nothing even if one of them were heard. */
const HELLO: Readonly<Record<Side, string>> = { page: 'a', extension: 'b' }
const ANSWER = 'c'
const READY = 'g'

const create = method(prototypeOf('Document'), 'createElement')
const listen = method(prototypeOf('EventTarget'), 'addEventListener')
const silence = method(prototypeOf('EventTarget'), 'removeEventListener')
const dispatch = method(prototypeOf('EventTarget'), 'dispatchEvent')
const readyState = getter(prototypeOf('Document'), 'readyState')
const scripts = getter(prototypeOf('Document'), 'scripts')
const count = getter(prototypeOf('HTMLCollection'), 'length')
const draw = (numbers: Uint32Array<ArrayBuffer>) => crypto.getRandomValues(numbers)
const relatedTarget = getter(prototypeOf('MouseEvent'), 'relatedTarget')
const { MouseEvent: NativeMouseEvent } = globalThis

/** Whether no script of the page can have run yet, nor listen. */
export function isUnheard(page: Document): boolean {
  return readyState(page) === 'loading' && count(scripts(page)) === 0
}

/**
 * Finds the script on the other side, before the page's first script, and waits for it when it is not there yet. The two
 * share the DOM and nothing else: the second to come hands over an element that is in no tree, which only the two then
 * know. What they say to each other are events on that element. Where a page could hear them they meet by `awaitWord` instead.
 *
 * @param met called once, now or later, with the element
 */
export function meet(page: Document, side: Side, met: (between: EventTarget) => void): void {
  const mine = create(page, 'i')
  let heard = false
  listen(mine, ANSWER, () => {
    heard = true
  })
  say(page, HELLO[side], mine)
  if (heard) {
    met(mine)
    say(mine, READY)
  }
  if (heard) return
  const other = HELLO[side === 'page' ? 'extension' : 'page']
  const answer = (event: Event) => {
    const theirs = relatedTarget(event as MouseEvent)
    if (!theirs) return
    silence(page, other, answer)
    // The extension speaks first, so the page's side has to listen by then.
    if (side === 'extension') listen(theirs, READY, () => met(theirs))
    say(theirs, ANSWER)
    if (side === 'page') met(theirs)
  }
  listen(page, other, answer)
}

/**
 * Waits, in a page that may listen, for a word that it cannot know.
 * @returns the word: the extension takes it to the other side on a way of its own.
 */
export function awaitWord(page: Document, met: (between: EventTarget) => void): string {
  const numbers = draw(new Uint32Array(4))
  const word = `${numbers[0]}${numbers[1]}${numbers[2]}${numbers[3]}`
  const answer = (event: Event) => {
    const theirs = relatedTarget(event as MouseEvent)
    silence(page, word, answer)
    if (theirs) met(theirs)
  }
  listen(page, word, answer)
  return word
}

/** Says the word that the other side awaits. @returns the element that only the two then know. */
export function sayWord(page: Document, word: string): EventTarget {
  const mine = create(page, 'i')
  say(page, word, mine)
  return mine
}

/** Sends an event that does not bubble; `about` is an element it is about. */
export function say(to: EventTarget, name: string, about: EventTarget | null = null): void {
  dispatch(to, new NativeMouseEvent(name, bare({ relatedTarget: about })))
}

/** Listens to what the other side says. */
export function hear(from: EventTarget, name: string, then: (about: EventTarget | null) => void): void {
  listen(from, name, event => then(relatedTarget(event as MouseEvent)))
}

/** What is said between the two sides. */
export const SAY = {
  /** To the page's world: hold what scripts move on the page, or let it go. */
  hold: 'd',
  letGo: 'e',
  /** The same for what they change on the page's tab. */
  holdTab: 'h',
  letGoTab: 'i',
  /** To the page's world: an element has an open root that no script gave it. */
  known: 'k',
  /** From the page's world: an element that stands in the page has been given a shadow root. */
  rooted: 'f',
  /** From the page's world: a script has started an animation, which nothing else may tell of. */
  began: 'j',
  /** From the page's world: a script may have changed what an element looks like, of which the tree tells nothing. */
  restyled: 'l',
  /** To the page's world: have the styles worked out, on the page's behalf. */
  settle: 'n',
  /** From the page's world: a canvas has been handed over, to be drawn elsewhere. */
  handedOver: 'm',
} as const
