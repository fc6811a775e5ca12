/** Whether an element holds text alone, and is shown. */
export function isLeaf(element: Element): boolean {
  if (/^(script|style|textarea|noscript)$/i.test(element.localName)) return false
  for (const node of element.childNodes) if (node.nodeType !== Node.TEXT_NODE) return false
  return true
}

/** An element that shows a text of our choosing. */
export interface ShownText {
  /** What the page has written last. */
  readonly own: string
  readonly shown: string
  /** Shows the whole of what was held half-way. Only once: a page that adds to what it finds would go on for ever. */
  complete(whole: string): void
  /** Takes note of what the page has written, and shows the held text in its place. @returns whether it still can. */
  writeBack(): boolean
  /** Gives the page its text back. */
  letGo(): void
}

/** Shows a text by writing it; what the page writes meanwhile is kept for it. */
export class WrittenText implements ShownText {
  own: string
  readonly #element: Element
  #shown: string
  #complete = false
  /** What each node says for the page. */
  #nodes = new Map<Text, string>()
  /** A node of ours, where the page has left none. */
  #extra: Text | null = null

  constructor(element: Element, shown: string) {
    this.#element = element
    this.#shown = shown
    this.own = ''
    this.writeBack()
  }

  get shown(): string {
    return this.#shown
  }

  complete(whole: string): void {
    if (this.#complete) return
    this.#complete = true
    this.#shown = whole
    this.#write()
  }

  writeBack(): boolean {
    if (!isLeaf(this.#element)) {
      this.letGo()
      return false
    }
    const nodes = new Map<Text, string>()
    for (const node of this.#element.childNodes as NodeListOf<Text>) {
      if (node === this.#extra) continue
      const ours = this.#nodes.has(node) && node.data === this.#dataFor(nodes.size)
      nodes.set(node, ours ? (this.#nodes.get(node) ?? '') : node.data)
    }
    this.#nodes = nodes
    this.own = [...nodes.values()].join('')
    this.#write()
    return true
  }

  letGo(): void {
    this.#extra?.remove()
    this.#extra = null
    let at = 0
    for (const [node, own] of this.#nodes) if (node.data === this.#dataFor(at++)) node.data = own
    this.#nodes.clear()
  }

  /** The first node shows it all. */
  #dataFor(index: number): string {
    return index === 0 ? this.#shown : ''
  }

  #write(): void {
    if (this.#nodes.size > 0) {
      this.#extra?.remove()
      this.#extra = null
      let at = 0
      for (const node of this.#nodes.keys()) {
        const data = this.#dataFor(at++)
        if (node.data !== data) node.data = data
      }
      return
    }
    if (!this.#extra?.isConnected) {
      this.#extra = this.#element.ownerDocument.createTextNode('')
      this.#element.append(this.#extra)
    }
    this.#extra.data = this.#shown
  }
}
