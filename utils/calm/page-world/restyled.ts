import { newSet } from './natives'
import { eachStyled, type Styles } from './styled'

/** Finding what changed rules speak of may take this share of the time at most. */
const SHARE_OF_TIME = 0.05

export interface RestyledPage {
  /** Milliseconds. */
  now(): number
  microtask(run: () => void): void
  eachRoot(look: (root: Node) => void): void
  /** An element may look different from what it did. */
  tell(element: Element): void
}

/** Finds, when a script has ended, the elements that the rules it has changed speak of. */
export class Restyled {
  #changed = newSet<Styles>()
  #notBefore = 0

  constructor(private readonly page: RestyledPage) {}

  /** Takes note of a rule that has changed, or a sheet in which some have. */
  note(styles: Styles): void {
    if (this.#changed.size === 0) this.page.microtask(() => this.#find())
    this.#changed.add(styles)
  }

  #find(): void {
    const changed = this.#changed
    this.#changed = newSet()
    const start = this.page.now()
    if (start < this.#notBefore) return
    const tell = (element: Element) => this.page.tell(element)
    this.page.eachRoot(root => {
      changed.forEach(styles => {
        eachStyled(styles, root, tell)
      })
    })
    const end = this.page.now()
    this.#notBefore = end + (end - start) / SHARE_OF_TIME
  }
}
