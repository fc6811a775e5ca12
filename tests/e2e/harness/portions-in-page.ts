import { measureIn } from '../../../utils/reader/measure'
import { passagesOf } from '../../../utils/reader/passages'
import { type PortionLimits, portionsOf } from '../../../utils/reader/portions'
import { copyOf } from '../../../utils/reader/show-passages'

/** The text of each portion that an article is divided into in this page, and the name of the last element in it. */
function divide(html: string, lang: string, limits: PortionLimits): { text: string; last: string }[] {
  const view = document.querySelector('article')
  if (!view) throw new Error('there is no place for an article')
  const content = document.createElement('div')
  content.innerHTML = html
  const passages = passagesOf(content, lang)
  const pieces = measureIn(view, content, passages, 'horizontal-tb')
  return portionsOf(pieces, limits).map(({ from, to }) => {
    const copy = copyOf(content, passages.slice(from, to))
    return { text: copy.textContent ?? '', last: copy.lastElementChild?.localName ?? '' }
  })
}

export type Divide = typeof divide

Object.assign(globalThis, { divide })
