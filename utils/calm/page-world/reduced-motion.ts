import { replaceGetter, replaceMethod } from './disguise'
import { apply, bare, type Callable, getOwnPropertyDescriptor, getter, newSet, prototypeOf } from './natives'
import { asIfReduced, asksForMotion } from './reduced-motion-query'

/** Lists asked for by a page beyond these are answered, and not told when the answer changes. */
const MOST_LISTS = 200

const dispatch = prototypeOf('EventTarget').dispatchEvent as Callable

/** Answers a page's scripts that the person wants less motion. */
export class ReducedMotion {
  #reduced = false
  readonly #lists = newSet<MediaQueryList>()
  readonly #ask: (media: string) => boolean
  readonly #mediaOf: (list: MediaQueryList) => string
  readonly #Changed: typeof MediaQueryListEvent

  /** @param call calls a function with nothing of ours to be seen in a stack */
  constructor(
    private readonly view: Window & typeof globalThis,
    private readonly call: (callback: Callable, self: unknown, args: unknown[]) => void,
  ) {
    const prototype = view.MediaQueryList.prototype
    const ask = getOwnPropertyDescriptor(view, 'matchMedia')?.value as Callable
    const matches = getter(prototype, 'matches')
    this.#ask = media => matches(apply(ask, view, [media]) as MediaQueryList)
    this.#mediaOf = getter(prototype, 'media')
    this.#Changed = view.MediaQueryListEvent
  }

  /** Has `matchMedia` and the lists it gives answer. */
  answer(): void {
    replaceMethod(this.view, 'matchMedia', (native, self, args) => {
      const list = apply(native, self, args) as MediaQueryList
      if (this.#lists.size < MOST_LISTS && asksForMotion(this.#mediaOf(list))) this.#lists.add(list)
      return list
    })
    replaceGetter(this.view.MediaQueryList.prototype, 'matches', (native, self, args) => {
      const answer = apply(native, self, args)
      if (!this.#reduced) return answer
      const media = this.#mediaOf(self as MediaQueryList)
      return asksForMotion(media) ? this.#ask(asIfReduced(media)) : answer
    })
  }

  /** Changes the answer, and tells who listens. */
  set(reduced: boolean): void {
    if (reduced === this.#reduced) return
    this.#reduced = reduced
    this.#lists.forEach(list => {
      const media = this.#mediaOf(list)
      const truly = this.#ask(media)
      const pretended = this.#ask(asIfReduced(media))
      if (truly === pretended) return
      const matches = reduced ? pretended : truly
      this.call(dispatch, list, [new this.#Changed('change', bare({ matches, media }))])
    })
  }
}
