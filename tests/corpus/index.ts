import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const PAGES = resolve(import.meta.dirname, 'pages')

/** What the pages are about; each has a folder of its own. */
const SUBJECTS = ['declared', 'scripts', 'images', 'media', 'frames', 'shadow', 'libraries', 'works'] as const

/** The title of a page under `works` until it has judged itself: then it is `works`, or says what is wrong. */
export const WAITS = 'waits'

export interface CorpusPage {
  /** Its subject and file, such as `declared/marquee`. */
  readonly name: string
  readonly subject: (typeof SUBJECTS)[number]
  /** In a line, what moves there or what has to go on: its title, or its description where the title is its verdict. */
  readonly description: string
  /** It moves by itself without end, or it is there to show that something goes on working. */
  readonly sort: 'moves' | 'works'
  /** What the person does there, in the words of `Hand`; empty when nothing. */
  readonly person: string
}

/** Every page of the corpus, by subject and name. */
const CORPUS: readonly CorpusPage[] = SUBJECTS.flatMap(subject =>
  readdirSync(join(PAGES, subject))
    .filter(file => file.endsWith('.html'))
    .sort()
    .map(file => describePage(subject, file)),
)

/** Pages that move by themselves without end. */
export const MOVING = CORPUS.filter(({ sort }) => sort === 'moves')

/** Pages on which something has to go on working. */
export const WORKING = CORPUS.filter(({ sort }) => sort === 'works')

/** The address of a page, below the origin. */
export const pathOf = ({ name }: CorpusPage): string => `/corpus/${name}.html`

/** @throws when the page does not say what it is about. */
function describePage(subject: CorpusPage['subject'], file: string): CorpusPage {
  const html = readFileSync(join(PAGES, subject, file), 'utf8')
  const name = `${subject}/${file.slice(0, -'.html'.length)}`
  const title = html.match(/<title>(.*)<\/title>/)?.[1]
  const description = meta(html, 'description') ?? title
  if (!description || description === WAITS) throw new Error(`${name} does not say what it is about`)
  return {
    name,
    subject,
    description,
    sort: subject === 'works' ? 'works' : 'moves',
    person: meta(html, 'person') ?? '',
  }
}

function meta(html: string, name: string): string | undefined {
  return html.match(new RegExp(`<meta name="${name}" content="([^"]*)"`))?.[1]
}
