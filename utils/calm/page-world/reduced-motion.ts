import { replaceGetter, replaceMethod } from './disguise'
import { apply, bare, type Callable, getOwnPropertyDescriptor, getter, method, own } from './natives'

/** Lists asked for by a page beyond these are answered, and not told when the answer changes. */
const MOST_LISTS = 200

const FEATURE = 'prefers-reduced-motion'

const dispatch = method(EventTarget.prototype, 'dispatchEvent')

/** Answers a page's scripts that the person wants less motion. */
export class ReducedMotion {
  #reduced = false
  readonly #lists = own(new Set<MediaQueryList>())
  readonly #ask: (media: string) => boolean
  readonly #mediaOf: (list: MediaQueryList) => string
  readonly #Changed: typeof MediaQueryListEvent

  constructor(private readonly view: Window & typeof globalThis) {
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
      if (this.#lists.size < MOST_LISTS && names(this.#mediaOf(list))) this.#lists.add(list)
      return list
    })
    replaceGetter(this.view.MediaQueryList.prototype, 'matches', (native, self, args) => {
      const answer = apply(native, self, args)
      if (!this.#reduced) return answer
      const media = this.#mediaOf(self as MediaQueryList)
      return names(media) ? this.#ask(asIfReduced(media)) : answer
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
      dispatch(list, new this.#Changed('change', bare({ matches, media })))
    })
  }
}

function names(media: string): boolean {
  return find(media, FEATURE, 0) >= 0
}

/** @returns the query with each question for reduced motion replaced by one with that answer. */
export function asIfReduced(media: string): string {
  let result = ''
  let from = 0
  for (let at = find(media, `(${FEATURE}`, 0); at >= 0; at = find(media, `(${FEATURE}`, from)) {
    const end = find(media, ')', at)
    const wantsMotion = find(part(media, at, end), 'no-preference', 0) >= 0
    result += part(media, from, at) + (wantsMotion ? '(max-width: 0px)' : '(min-width: 0px)')
    from = end + 1
  }
  return result + part(media, from, media.length)
}

function find(text: string, wanted: string, from: number): number {
  return apply(indexOf, text, [wanted, from]) as number
}

function part(text: string, from: number, to: number): string {
  return apply(slice, text, [from, to]) as string
}

const { indexOf, slice } = String.prototype as unknown as Record<'indexOf' | 'slice', Callable>
