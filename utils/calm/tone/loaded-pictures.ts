import { paintsCanvas } from '../images/painted'
import { shownNow } from '../images/snapshot'
import { addressesIn } from '../images/styled-uses'
import { partsOf, showsPicture } from './layers'

/** A failed answer begins here, among the codes of HTTP. */
const FAILED = 400

/**
 * Tells which pictures a page has loaded. Naming one anew that has failed, or is still on its way, would have the browser ask
 * for it once more.
 */
export class LoadedPictures {
  /** By address: whether it has come, or failed. */
  readonly #told = new Map<string, boolean>()
  /** Who waits for what. */
  readonly #waiting = new Map<string, Set<Element>>()

  /** @param came is called with those who waited for a picture that has come */
  constructor(
    private readonly page: Document,
    came: (elements: Iterable<Element>) => void,
    signal: AbortSignal,
  ) {
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        if (!(entry instanceof PerformanceResourceTiming)) continue
        const { name, responseStatus } = entry
        // Of a picture from another site the answer's code is kept from the page: 0. Where it can be told from the picture itself, it is.
        if (responseStatus > 0 || paintsCanvas(page)) this.#told.set(name, responseStatus < FAILED)
        const waiting = this.#waiting.get(name)
        this.#waiting.delete(name)
        if (waiting) came(waiting)
      }
    })
    observer.observe({ type: 'resource', buffered: true })
    signal.addEventListener('abort', () => observer.disconnect())
  }

  /** @returns whether every picture of a background is there; otherwise the element is told of when it is. */
  hasAll(backgroundImage: string, element: Element): boolean {
    const missing = partsOf(backgroundImage)
      .filter(showsPicture)
      .flatMap(layer => this.#missingIn(layer))
    for (const url of missing) this.#waiting.set(url, (this.#waiting.get(url) ?? new Set()).add(element))
    return missing.length === 0
  }

  /** Of several sizes of a picture one alone is loaded. */
  #missingIn(layer: string): string[] {
    const addresses = addressesIn(layer)
    return addresses.some(url => this.#has(url)) ? [] : addresses
  }

  /** What the extension's own look at styles has made the browser load is told of by nothing, but it is there. */
  #has(url: string): boolean {
    if (/^(data|blob):/i.test(url)) return true
    return this.#told.get(url) ?? shownNow(this.page, url) !== null
  }
}
