import { disguiseSources, listenAfter } from './disguise'
import { ask, bare, type Callable, getOwnPropertyDescriptor, getter, method, prototypeOf } from './natives'

const listen = method(prototypeOf('EventTarget'), 'addEventListener')
const targetOf = getter(prototypeOf('Event'), 'target')
const viewOf = getter(prototypeOf('Document'), 'defaultView')

/** Disguises what other windows tell of functions, as soon as the page can reach them. */
export function disguiseWindows(view: Window & typeof globalThis): void {
  const windowOf = getOwnPropertyDescriptor(view.HTMLIFrameElement.prototype, 'contentWindow')
    ?.get as Callable
  const meet = (other: unknown) => {
    // An empty frame has loaded, in Chromium, before its window can be reached by number.
    if (disguiseSources(other)) listen((other as Window).document, 'load', loaded, bare({ capture: true }))
  }
  const loaded = (event: Event) => meet(ask(windowOf, targetOf(event)))
  meet(view)
  for (const { prototype } of [view.HTMLIFrameElement, view.HTMLFrameElement, view.HTMLObjectElement]) {
    listenAfter(prototype, 'contentWindow', (_, other) => meet(other), 'get')
    listenAfter(prototype, 'contentDocument', (_, page) => page && meet(viewOf(page as Document)), 'get')
  }
  listenAfter(view, 'open', (_, other) => meet(other))
}
