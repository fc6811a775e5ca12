import type { Passage, Point } from './passages'

/** @returns a range over passages that follow each other. */
export function rangeOver(from: Point, to: Point): Range {
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

/**
 * Copies some passages of an article with everything they stand in, so that a sentence from a list in a quotation is
 * still that.
 *
 * @param passages follow each other; the article keeps them.
 */
export function copyOf(article: Element, passages: readonly Passage[]): DocumentFragment {
  const [first, last] = [passages[0], passages.at(-1)]
  const copy = document.createDocumentFragment()
  if (!first || !last) return copy
  const range = rangeOver(first.from, last.to)
  let inner: Node = range.cloneContents()
  for (
    let around: Node | null = range.commonAncestorContainer;
    around && around !== article;
    around = around.parentNode
  ) {
    if (!(around instanceof Element)) continue
    const shell = around.cloneNode(false)
    shell.appendChild(inner)
    inner = shell
  }
  copy.append(inner)
  dropEmptyShells(copy)
  return copy
}

/** A range that begins at the end of a paragraph copies that paragraph too, with nothing in it. */
function dropEmptyShells(copy: DocumentFragment): void {
  for (const edge of ['firstElementChild', 'lastElementChild'] as const) {
    for (let shell = copy[edge]; shell && isEmpty(shell); shell = copy[edge]) shell.remove()
  }
}

const isEmpty = (element: Element) =>
  element.textContent?.trim() === '' && !element.matches(VISIBLE) && element.querySelector(VISIBLE) === null

const VISIBLE = 'img,hr,table,math,br,pre,button,a'
