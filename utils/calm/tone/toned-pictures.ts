import { LISTS, showsPicture, toned } from './layers'
import type { LoadedPictures } from './loaded-pictures'
import type { Tone } from './tone'
import { isOpaque, softening, veilFor, type Words, wordsOn } from './words'

const PSEUDO = [undefined, '::before', '::after'] as const

type Pseudo = (typeof PSEUDO)[number]

/** What shows text by itself, whatever stands in it. */
const FIELDS = 'input,select,textarea,button,progress,meter,iframe,object,embed,video,canvas,svg,svg *,img'

/** A kind of picture in which nothing is transparent. */
const PHOTO = /\.jpe?g(?:[?#][^"']*)?["']?\)/i

interface Held {
  readonly pseudo: Pseudo
  /** The styles that are shown. */
  readonly styles: string
  readonly animation: Animation
}

/**
 * The pictures that styles of a page show, in another tone, by animations of no length that stay at their end: these need no
 * attribute or selector, reach pseudo-elements and every shadow root, and are gone when they are cancelled.
 */
export class TonedPictures {
  readonly #held = new Map<Element, readonly Held[]>()
  tone: Tone = { soft: false, grey: false }

  constructor(private readonly loaded: LoadedPictures) {}

  /** @returns the elements whose pictures are shown in another tone. */
  elements(): Element[] {
    return [...this.#held.keys()]
  }

  /** Brings elements to the tone, by what their styles say now. */
  look(elements: readonly Element[]): void {
    this.#showOwn(elements)
    // All is read before anything is changed, so that the browser works styles out once.
    const wanted = elements.map(
      element => [element, element.isConnected ? this.#looksOf(element) : []] as const,
    )
    for (const [element, looks] of wanted) {
      const before = this.#held.get(element) ?? []
      const held = looks.map(([pseudo, keyframe]) => show(element, pseudo, keyframe, before))
      if (held.length > 0) this.#held.set(element, held)
      else this.#held.delete(element)
    }
  }

  /** Has everything looked at by others as the page has it, and brings it to the tone again. */
  asOwn<T>(look: () => T): T {
    const elements = this.elements()
    this.#showOwn(elements)
    try {
      return look()
    } finally {
      this.look(elements)
    }
  }

  release(): void {
    this.#showOwn(this.elements())
    this.#held.clear()
  }

  #showOwn(elements: readonly Element[]): void {
    for (const element of elements)
      for (const { animation } of this.#held.get(element) ?? []) animation.cancel()
  }

  #looksOf(element: Element): [Pseudo, Keyframe][] {
    const words = once(() => wordsOn(element))
    const found: [Pseudo, Keyframe][] = []
    for (const pseudo of PSEUDO) {
      const style = getComputedStyle(element, pseudo)
      // A pseudo-element without content is not there.
      if (pseudo && style.content === 'none') continue
      const keyframe = this.#lookOf(element, pseudo, style, words)
      if (keyframe) found.push([pseudo, keyframe])
      // What is in an element with a filter has it too.
      if (keyframe && 'filter' in keyframe) break
    }
    return found
  }

  #lookOf(element: Element, pseudo: Pseudo, style: CSSStyleDeclaration, words: () => Words): Keyframe | null {
    const { backgroundImage, borderImageSource, backgroundColor, content } = style
    const inBackground = showsPicture(backgroundImage)
    const isContent = pseudo !== undefined && showsPicture(content)
    if (!inBackground && !isContent && !showsPicture(borderImageSource)) return null
    if (isBare(element, pseudo, style) && (isContent || standsApart(style)) && !isOpaque(backgroundColor)) {
      return this.#filterOver(element, pseudo, style.filter, words)
    }
    if (!inBackground || !this.loaded.hasAll(backgroundImage, element)) return null
    const own = Object.fromEntries(LISTS.map(name => [name, style[name]])) as Parameters<typeof toned>[0]
    const veil = this.tone.soft
      ? veilFor(element, words(), backgroundColor, PHOTO.test(backgroundImage))
      : null
    return toned(own, this.tone.grey, veil) as Keyframe | null
  }

  /** What has no words of its own may have those around it on top. */
  #filterOver(element: Element, pseudo: Pseudo, own: string, words: () => Words): Keyframe | null {
    const around = element.parentElement
    const soft = this.tone.soft ? softening(pseudo || !around ? words() : wordsOn(around, element)) : ''
    const filter = [own === 'none' ? '' : own, this.tone.grey ? 'grayscale(100%)' : '', soft].filter(Boolean)
    return filter.length > 0 ? { filter: filter.join(' ') } : null
  }
}

/** Whether a picture is all that an element or pseudo-element shows: a filter on it then changes nothing else. */
function isBare(element: Element, pseudo: Pseudo, { content }: CSSStyleDeclaration): boolean {
  if (pseudo) return !/["'](?!["'])|counter|attr\(/.test(content.replace(/\([^)]*\)/g, ''))
  return !element.matches(FIELDS) && element.firstElementChild === null && element.textContent?.trim() === ''
}

/** Whether an element is painted above what does not stand apart, as one with a filter is: nothing then comes to lie otherwise. */
const standsApart = ({ position }: CSSStyleDeclaration) => position !== 'static'

function show(element: Element, pseudo: Pseudo, keyframe: Keyframe, before: readonly Held[]): Held {
  const styles = JSON.stringify(keyframe)
  const known = before.find(held => held.pseudo === pseudo && held.styles === styles)
  if (known) {
    known.animation.finish()
    return known
  }
  const animation = element.animate([keyframe, keyframe], {
    duration: 0,
    fill: 'forwards',
    ...(pseudo && { pseudoElement: pseudo }),
  })
  animation.persist()
  return { pseudo, styles, animation }
}

function once<T>(ask: () => T): () => T {
  let answer: { readonly value: T } | undefined
  return () => {
    answer ??= { value: ask() }
    return answer.value
  }
}
