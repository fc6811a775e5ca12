import { sentencesOf } from './sentences'

/** A place in an article: before a character or a child. Unlike a range's end it stays when the article is moved. */
export interface Point {
  readonly node: Node
  readonly offset: number
}

/** A part of an article that is never cut, and where it stands. */
export interface Passage {
  readonly from: Point
  readonly to: Point
  readonly text: string
  /** A heading, or another thing that says what comes next, such as a paragraph that ends in a colon. */
  readonly leads: boolean
  /** A paragraph, or anything else that stands by itself, ends here. */
  readonly closes: boolean
}

/** What is shown whole or not at all. A list item is: what stands in it belongs together, lists inside it too. */
const WHOLE = new Set('li table pre figure math img details dd'.split(' '))
const LEADING = new Set('h1 h2 h3 h4 h5 h6 hr dt hgroup header'.split(' '))
const BLOCKS =
  'address article aside blockquote center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main math[display=block] menu nav ol p pre section table ul'
    .split(' ')
    .join(',')

/** What stands apart from what follows, though no white space says so. */
const APART = `${BLOCKS},td,th,caption,figcaption,summary`

/** Divides an article into passages, in their order. Together they are all of it but the white space between blocks. */
export function passagesOf(article: Element, lang: string): Passage[] {
  const found: Passage[] = []

  const visit = (parent: Element): void => {
    let run: Node[] = []
    const endRun = () => {
      found.push(...sentencePassages(run, languageOf(parent, lang)))
      run = []
    }
    for (const child of parent.childNodes) {
      if (!(child instanceof Element) || !isBlock(child)) {
        run.push(child)
        continue
      }
      endRun()
      if (WHOLE.has(child.localName) || LEADING.has(child.localName)) found.push(wholePassage(child))
      else visit(child)
    }
    endRun()
  }
  visit(article)
  return found
}

const isBlock = (element: Element) => element.matches(BLOCKS) || element.querySelector(BLOCKS) !== null

function languageOf(element: Element, standard: string): string {
  return element.closest('[lang]')?.getAttribute('lang') || standard
}

function wholePassage(element: Element): Passage {
  const parent = element.parentNode as Node
  const offset = Array.prototype.indexOf.call(parent.childNodes, element)
  return {
    from: { node: parent, offset },
    to: { node: parent, offset: offset + 1 },
    text: element.textContent ?? '',
    leads: LEADING.has(element.localName),
    closes: true,
  }
}

/** A stretch of text within a run of nodes; `node` is null for what stands between texts, such as a line break. */
interface Stretch {
  readonly start: number
  readonly text: string
  readonly node: Text | null
}

/** @returns the sentences of an article or a part of it, also those of what is shown whole: for reading aloud. */
export function sentencesWithin(article: Element, lang: string): Passage[] {
  return passagesOf(article, lang).flatMap(passage => {
    const whole = passage.from.node.childNodes[passage.from.offset]
    const isWhole = passage.to.node === passage.from.node && whole instanceof Element && isBlock(whole)
    return isWhole ? sentencePassages([whole], languageOf(whole, lang)) : [passage]
  })
}

function sentencePassages(run: readonly Node[], lang: string): Passage[] {
  const first = run[0]
  const last = run.at(-1)
  if (!first?.parentNode || !last) return []
  const stretches = stretchesOf(run)
  const text = stretches.map(stretch => stretch.text).join('')
  if (text.trim() === '' && !run.some(hasPicture)) return []
  const cuts = sentencesOf(text, lang).slice(0, -1)
  const parent = first.parentNode
  const index = (node: Node) => Array.prototype.indexOf.call(parent.childNodes, node)
  const points: Point[] = [
    { node: parent, offset: index(first) },
    ...cuts.map(({ end }) => pointAt(stretches, end)),
    { node: parent, offset: index(last) + 1 },
  ]
  const ends = [...cuts.map(({ end }) => end), text.length]
  return ends.map((end, i) => ({
    from: points[i] as Point,
    to: points[i + 1] as Point,
    text: text.slice(ends[i - 1] ?? 0, end),
    leads: i === ends.length - 1 && ANNOUNCES.test(text),
    closes: i === ends.length - 1,
  }))
}

/** A paragraph that ends so says what comes next. */
const ANNOUNCES = /[:：]\s*$/

const hasPicture = (node: Node) =>
  node instanceof Element && (node.matches('img,math') || node.querySelector('img,math') !== null)

function stretchesOf(run: readonly Node[]): Stretch[] {
  const stretches: Stretch[] = []
  let start = 0
  const add = (text: string, node: Text | null) => {
    stretches.push({ start, text, node })
    start += text.length
  }
  const visit = (node: Node): void => {
    if (node instanceof Text) add(node.data, node)
    if (!(node instanceof Element)) return
    for (const child of node.childNodes) visit(child)
    if (node.localName === 'br') add('\n', null)
    else if (node.matches(APART)) add('\n\n', null)
  }
  for (const node of run) visit(node)
  return stretches
}

/** @returns the place before a character of the run, as close to it as can be. */
function pointAt(stretches: readonly Stretch[], at: number): Point {
  const inText = stretches.filter((stretch): stretch is Stretch & { node: Text } => stretch.node !== null)
  const stretch = inText.find(({ start, text }) => at < start + text.length) ?? inText.at(-1)
  if (!stretch) throw new Error('a cut where there is no text')
  return { node: stretch.node, offset: Math.min(Math.max(0, at - stretch.start), stretch.text.length) }
}
