import type { PinnedValues } from './pinned-values'
import { isLeaf, type ShownText } from './written-text'

/**
 * Shows a text over the page's own, which stays as it is: of what may be edited nothing may be written, since an editor would take
 * it for what the person writes.
 */
export class CoveredText implements ShownText {
  own = ''
  #complete = false

  constructor(
    private readonly pins: PinnedValues,
    private readonly element: Element,
    public shown: string,
  ) {
    this.writeBack()
    pins.cover(element, shown)
  }

  complete(whole: string): void {
    if (this.#complete) return
    this.#complete = true
    this.shown = whole
    this.pins.cover(this.element, whole)
  }

  writeBack(): boolean {
    this.own = this.element.textContent ?? ''
    if (isLeaf(this.element)) return true
    this.letGo()
    return false
  }

  letGo(): void {
    this.pins.uncover(this.element)
  }
}
