import DOMPurify from 'dompurify'
import type { Article } from './article'
import { bare } from './find-text'
import { TAKEABLE } from './page/pictures'

const MATHS =
  'math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover'
const TAGS =
  'a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup data dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
const ATTRIBUTES =
  'href src alt title width height colspan rowspan headers scope span lang dir id name start reversed value datetime open'
const MATHS_ATTRIBUTES =
  'display mathvariant displaystyle scriptlevel accent accentunder columnalign rowalign columnspan rowspan columnlines rowlines columnspacing rowspacing fence form largeop linethickness lspace rspace maxsize minsize movablelimits notation separator stretchy symmetric voffset depth'

const CONFIG = {
  ALLOWED_TAGS: `${TAGS} ${MATHS}`.split(' '),
  ALLOWED_ATTR: `${ATTRIBUTES} ${MATHS_ATTRIBUTES} ${TAKEABLE}`.split(' '),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // Addresses that a person can follow. A picture's is never loaded, see below.
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|#|data:image\/(?:png|gif|jpeg|webp|avif);)/i,
  RETURN_DOM_FRAGMENT: true,
} as const

/** Where a picture came from, on a picture that has not been given its pixels. */
export const ORIGIN = 'data-origin'

/** Sets the article's own names apart from those of the page of Luwte that shows it. */
const OWN = 'in-article-'

/** What is written on elements for the person. */
export interface ArticleWords {
  readonly table: string
  readonly openPicture: string
}

/**
 * Makes of an article what can be shown in a page of Luwte: text, structure and links, and nothing that acts, loads,
 * styles or sends. Everything that is not on a list is left out; the text in it stays.
 *
 * @param url the article's own address, for links within it.
 */
export function sanitise(article: Article, url: string, words: ArticleWords): HTMLElement {
  const content = DOMPurify.sanitize(article.html, CONFIG)
  // In the sanitiser's own document still, which loads nothing.
  for (const picture of content.querySelectorAll('img')) preparePicture(picture, words)
  for (const named of content.querySelectorAll('[id],[name]')) setApart(named)
  for (const link of content.querySelectorAll('a')) prepareLink(link, url)
  for (const table of content.querySelectorAll('table')) wrapTable(table, words)
  for (const list of content.querySelectorAll('ol')) numberItems(list)
  for (const details of content.querySelectorAll('details')) details.open = true
  dropRepeatedTitle(content, article.title)
  const shown = document.createElement('div')
  shown.lang = article.lang
  shown.dir = article.dir
  shown.append(...headOf(article), content)
  return shown
}

function headOf({ title, byline }: Article): HTMLElement[] {
  const heading = document.createElement('h1')
  heading.textContent = title
  if (!byline) return [heading]
  const by = document.createElement('p')
  by.className = 'byline'
  by.textContent = byline
  return [heading, by]
}

/** The title stands above the article: where that begins with it too, once is enough. */
function dropRepeatedTitle(content: DocumentFragment, title: string): void {
  const heading = content.querySelector('h1, h2')
  if (!heading || bare(heading.textContent) !== bare(title)) return
  const before = document.createRange()
  before.setStart(content, 0)
  before.setEndBefore(heading)
  if (bare(before.toString()) === '' && !before.cloneContents().querySelector('img')) heading.remove()
}

/** A picture shows no address of its own: to load it would be a request. Where the page has not loaded it either, a link takes its place. */
function preparePicture(picture: HTMLImageElement, words: ArticleWords): void {
  const address = picture.getAttribute('src') ?? ''
  const takeable = picture.hasAttribute(TAKEABLE)
  picture.removeAttribute(TAKEABLE)
  for (const size of ['width', 'height']) {
    if (!/^\d{1,5}$/.test(picture.getAttribute(size) ?? '')) picture.removeAttribute(size)
  }
  if (/^data:/i.test(address)) return
  picture.removeAttribute('src')
  if (takeable && /^https?:/i.test(address)) picture.setAttribute(ORIGIN, address)
  else replaceByLink(picture, address, words)
}

/** The person may open what Luwte does not load. Without an address the picture's words are all there is. */
export function replaceByLink(picture: HTMLImageElement, address: string, words: ArticleWords): void {
  const { ownerDocument, alt } = picture
  const said = alt.trim()
  const link = ownerDocument.createElement(picture.closest('a') ? 'span' : 'a')
  link.className = 'picture-link'
  link.textContent = said ? `${words.openPicture}: ${said}` : words.openPicture
  link.setAttribute('href', address)
  if (link instanceof HTMLAnchorElement) openApart(link)
  picture.replaceWith(/^https?:/i.test(address) ? link : said)
}

function setApart(named: Element): void {
  const name = named.getAttribute('id') || named.getAttribute('name')
  named.removeAttribute('name')
  if (name) named.id = OWN + name
}

function prepareLink(link: HTMLAnchorElement, url: string): void {
  const href = link.getAttribute('href') ?? ''
  const within = href.startsWith('#') ? href : href.startsWith(`${url}#`) ? href.slice(url.length) : null
  if (within !== null) {
    const name = OWN + decoded(within.slice(1))
    const root = link.getRootNode() as DocumentFragment
    const isHere = root.getElementById(name) !== null
    link.setAttribute('href', isHere ? `#${name}` : url + within)
    if (isHere) return
  }
  if (!link.hasAttribute('href')) return
  openApart(link)
}

/** In a tab of its own, which is not told where the person came from. */
function openApart(link: HTMLAnchorElement): void {
  link.target = '_blank'
  link.rel = 'noopener noreferrer'
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/** A table that is wider than the screen can be moved sideways, by keys too. */
function wrapTable(table: HTMLTableElement, words: ArticleWords): void {
  if (table.parentElement?.closest('table')) return
  const frame = table.ownerDocument.createElement('div')
  frame.className = 'wide'
  frame.tabIndex = 0
  frame.setAttribute('role', 'group')
  frame.setAttribute('aria-label', words.table)
  table.replaceWith(frame)
  frame.append(table)
}

/** Writes each item's number on it, so that a part of the list goes on counting where the one before ended. */
function numberItems(list: HTMLOListElement): void {
  const items = [...list.children].filter(child => child instanceof HTMLLIElement)
  const step = list.reversed ? -1 : 1
  let number = list.hasAttribute('start') ? list.start : list.reversed ? items.length : 1
  for (const item of items) {
    if (item.hasAttribute('value')) number = item.value
    item.value = number
    number += step
  }
}
