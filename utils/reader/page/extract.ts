import { Readability } from '@mozilla/readability'
import type { Article, WritingMode } from '../article'
import { keepMathsOnce } from './maths'
import { describePictures } from './pictures'

/** What is nothing to read, in a part that the person picked. */
const NOT_READ = 'script, style, link, meta, template, noscript, input, select, textarea, dialog:not([open])'
/** What plays or shows another page; a link takes its place. */
const EMBEDDED = 'iframe, video, audio, object, embed'

/**
 * Takes the article from the page as it stands. The page itself is left as it is: all is done on a copy, which loads
 * nothing.
 *
 * @param part a selector of the part that the person picked on this site; null to find the article.
 * @returns null where there is no article.
 */
export function extractArticle(page: Document, part: string | null): Article | null {
  const copy = page.cloneNode(true) as Document
  const heading = ownHeading(page)
  if (heading !== null) copy.title = heading
  describePictures(page, copy)
  const chosen = part === null ? null : chosenPart(page, copy, part)
  keepMathsOnce(copy)
  const article = chosen ? fromPart(page, copy, chosen) : fromWhole(page, copy)
  // Readability takes a heading with a dash in it for one that ends with the site's name.
  return article && heading?.includes(article.title) ? { ...article, title: heading } : article
}

/** Where an article's heading stands; what heads the whole site stands elsewhere. */
const HEADINGS = ':is(article, main, [role=main]) h1'
const LONE_HEADINGS = 'h1:not(:is(header, nav, footer) *)'

/**
 * The words that head the article where a person reads it. What a tab shows is there to be noticed: it may count, flash
 * and call.
 *
 * @returns null where no heading is the article's alone.
 */
function ownHeading(page: Document): string | null {
  const shown = [...page.querySelectorAll(HEADINGS)].filter(heading => heading.checkVisibility())
  const [heading, ...others] = shown.length > 0 ? shown : [...page.querySelectorAll(LONE_HEADINGS)]
  const words = heading?.textContent?.replace(/\s+/g, ' ').trim()
  return words && others.length === 0 ? words : null
}

interface Chosen {
  readonly live: Element
  readonly copied: Element
}

function chosenPart(page: Document, copy: Document, part: string): Chosen | null {
  try {
    const live = page.querySelector(part)
    const copied = copy.querySelector(part)
    if (!live || !copied) return null
    dropUnseen(live, copied)
    return { live, copied }
  } catch {
    // A selector that no longer holds.
    return null
  }
}

/** Takes out of the copy what is not shown on the page. */
function dropUnseen(live: Element, copied: Element): void {
  const copies = [...copied.querySelectorAll('*')]
  const unseen = [...live.querySelectorAll('*')].flatMap((element, index) =>
    element.checkVisibility() || element.closest('math, .katex, mjx-container, details')
      ? []
      : [copies[index]],
  )
  for (const element of unseen) element?.remove()
}

function fromPart(page: Document, copy: Document, { live, copied }: Chosen): Article | null {
  for (const element of copied.querySelectorAll(NOT_READ)) element.remove()
  for (const link of copied.querySelectorAll('a')) {
    if (!link.getAttribute('href')?.startsWith('#')) link.setAttribute('href', link.href)
  }
  linkEmbedded(copied)
  dropHandlers(copied)
  if (copied.textContent?.trim() === '') return null
  const title = new Readability(copy.cloneNode(true) as Document).parse()?.title
  return { title: title || page.title, byline: '', ...howItRuns(live), html: copied.outerHTML }
}

function fromWhole(page: Document, copy: Document): Article | null {
  const found = new Readability<Element>(copy, { serializer: node => node as Element }).parse()
  const content = found?.content
  if (!content || content.textContent?.trim() === '') return null
  linkEmbedded(content)
  dropHandlers(content)
  const runs = howItRuns(twinOf(page, content))
  return {
    title: found.title || page.title,
    byline: found.byline?.trim() ?? '',
    ...runs,
    lang: runs.lang || (found.lang ?? ''),
    html: content.innerHTML,
  }
}

/** What the sanitiser would leave out anyway; taken out here, where no policy reports it. */
function dropHandlers(content: Element): void {
  for (const element of [content, ...content.querySelectorAll('*')]) {
    for (const { name } of [...element.attributes]) {
      if (name.startsWith('on') || name === 'style') element.removeAttribute(name)
    }
  }
}

function linkEmbedded(content: Element): void {
  for (const element of content.querySelectorAll<HTMLElement>(EMBEDDED)) {
    const address =
      (element as HTMLVideoElement).src ||
      element.querySelector('source')?.src ||
      element.getAttribute('data')
    const url = URL.parse(address ?? '', element.baseURI)
    if (!url) {
      element.replaceWith(...element.childNodes)
      continue
    }
    const link = element.ownerDocument.createElement('a')
    link.href = url.href
    link.textContent = element.title || url.host
    const paragraph = element.ownerDocument.createElement('p')
    paragraph.append(link)
    element.replaceWith(paragraph)
  }
}

/** How much text tells one paragraph from others. */
const TELLING = 60

/** @returns the element of the live page that holds the article's longest paragraph. */
function twinOf(page: Document, content: Element): Element {
  const length = (element: Element) => element.textContent?.length ?? 0
  const [longest] = [...content.querySelectorAll('p, div, li')].sort((a, b) => length(b) - length(a))
  const start = (element: Element | undefined) => element?.textContent?.trim().slice(0, TELLING)
  const wanted = start([...content.querySelectorAll('p')].sort((a, b) => length(b) - length(a))[0] ?? longest)
  return [...page.querySelectorAll('p, div, li')].findLast(element => start(element) === wanted) ?? page.body
}

function howItRuns(live: Element): Pick<Article, 'lang' | 'dir' | 'writingMode'> {
  const { direction, writingMode } = getComputedStyle(live)
  return {
    lang: live.closest('[lang]')?.getAttribute('lang') ?? '',
    dir: direction === 'rtl' ? 'rtl' : 'ltr',
    writingMode: writingMode.startsWith('vertical') ? (writingMode as WritingMode) : 'horizontal-tb',
  }
}
