import type { PageTools, PartsWorld } from '../page/parts'
import type { Root } from '../page/roots'
import { LoadedPictures } from './loaded-pictures'
import { lookQueue } from './look-queue'
import type { Tone } from './tone'
import { TonedPictures } from './toned-pictures'

/** What a pointer or the focus changes is seen on these and what is in them. */
const ANSWERS = 'a,button,label,summary,li,figure,article'

/** The pictures of one page: each of those who want a tone, the last of which is shown. */
interface Toning {
  readonly wanted: Map<AbortSignal, Tone>
  readonly pictures: TonedPictures
  readonly ending: AbortController
  lookAtAll(): void
}

const tonings = new WeakMap<Document, Toning>()

/** Puts what changes the tone of pictures where calm mode finds it. */
export function providePictureToner(): void {
  const world = globalThis as PartsWorld
  world.calmParts = { ...world.calmParts, tone: { show: showInTone, asOwn } }
  world.calmPartCame?.()
}

/** Shows the pictures that styles bring into a page in another tone, now and later, until `signal` aborts. */
function showInTone(page: Document, tools: PageTools, tone: Tone, signal: AbortSignal): void {
  if (signal.aborted) return
  const toning = tonings.get(page) ?? startToning(page, tools)
  toning.wanted.set(signal, tone)
  const follow = () => {
    const last = [...toning.wanted.values()].at(-1)
    if (!last) {
      tonings.delete(page)
      toning.ending.abort()
      return
    }
    if (last === toning.pictures.tone) return
    toning.pictures.tone = last
    toning.pictures.look(toning.pictures.elements())
    toning.lookAtAll()
  }
  signal.addEventListener('abort', () => {
    toning.wanted.delete(signal)
    follow()
  })
  follow()
}

function asOwn<T>(page: Document, look: () => T): T {
  return tonings.get(page)?.pictures.asOwn(look) ?? look()
}

function startToning(page: Document, tools: PageTools): Toning {
  const ending = new AbortController()
  const { signal } = ending
  const add = lookQueue(elements => pictures.look(elements), signal)
  const pictures = new TonedPictures(new LoadedPictures(page, add, signal))
  let touched: Element[] = []

  const observer = new MutationObserver(records => {
    for (const record of records) add(changedIn(record))
  })
  const found = (root: Root) => {
    observer.observe(root, { childList: true, subtree: true, attributes: true })
    root.addEventListener('load', ({ target }) => isSheet(target) && add(allIn(root)), {
      capture: true,
      signal,
    })
    add(allIn(root))
  }
  const lookAtAll = () => {
    for (const root of tools.knownRoots(page)) add(allIn(root))
  }
  /** What is pointed at, or has the focus, may show another picture; what was before, its own again. */
  const touch = (event: Event) => {
    const path = event.composedPath().filter(isPlain)
    const answering = path.find(element => element.matches(ANSWERS))
    const within = answering ? pictures.elements().filter(element => answering.contains(element)) : []
    const now = [...path.slice(0, 3), ...(answering ? [answering] : []), ...within]
    add([...touched, ...now])
    touched = now
  }

  tools.watchRoots(page, { found }, signal)
  for (const type of ['pointerover', 'focusin', 'focusout', 'click', 'keyup'])
    page.addEventListener(type, touch, { capture: true, passive: true, signal })
  page.addEventListener('DOMContentLoaded', lookAtAll, { signal })
  for (const type of ['load', 'resize']) page.defaultView?.addEventListener(type, lookAtAll, { signal })
  signal.addEventListener('abort', () => {
    observer.disconnect()
    pictures.release()
  })
  const toning = { wanted: new Map(), pictures, ending, lookAtAll }
  tonings.set(page, toning)
  return toning
}

/** @returns what may look otherwise by a change: a style of its own reaches an element alone, all else what is in it too. */
function changedIn({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): Element[] {
  if (type === 'childList') return [...addedNodes, ...removedNodes].flatMap(allIn)
  return attributeName === 'style' ? [target as Element] : allIn(target)
}

function allIn(node: Node): Element[] {
  if (node instanceof Element) return [node, ...Element.prototype.querySelectorAll.call(node, '*')]
  return node instanceof Document || node instanceof ShadowRoot ? [...node.querySelectorAll('*')] : []
}

/** The fields of a form may stand before its own methods. */
const isPlain = (target: EventTarget): target is Element =>
  target instanceof Element && !(target instanceof HTMLFormElement)

const isSheet = (target: EventTarget | null) =>
  target instanceof HTMLLinkElement || target instanceof HTMLStyleElement
