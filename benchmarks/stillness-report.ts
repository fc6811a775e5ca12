import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type CorpusPage, MOVING, WORKING } from '../tests/corpus'

/** How a page was shown. */
export type Column = 'off' | 'on' | 'late' | 'reduced motion'

/** What was seen of each page, by browser and column. */
export type Cells = Record<string, Partial<Record<Column, Record<string, string>>>>

/** What a cell says of a page on which nothing moves, and of one that works. */
export const STILL = '0'
const WORKS = 'works'

const COLUMNS: readonly Column[] = ['off', 'on', 'late', 'reduced motion']
const KEPT = 'benchmarks/stillness.json'

/** What was measured earlier. */
export function readCells(): Cells {
  return existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {}
}

/** Keeps a column that was measured, beside what was measured earlier of other pages. */
export function keep(browser: string, column: Column, measured: Record<string, string>): void {
  const cells = readCells()
  const columns = cells[browser] ?? {}
  columns[column] = inOrder({ ...columns[column], ...measured })
  cells[browser] = columns
  writeFileSync(KEPT, `${JSON.stringify(cells, null, 2)}\n`)
}

/** In the order of the corpus, so that two measurements can be compared line by line; without pages that have gone. */
function inOrder(column: Record<string, string>): Record<string, string> {
  const names = [...MOVING, ...WORKING].map(({ name }) => name)
  return Object.fromEntries(names.flatMap(name => (column[name] ? [[name, column[name]]] : [])))
}

/** The counts of each browser, a line for what moves and one for what works. */
export function summary(cells: Cells): string {
  return Object.keys(cells)
    .flatMap(browser => [
      `- ${browser}, still: ${counts(cells, browser, MOVING, STILL)}`,
      `- ${browser}, works: ${counts(cells, browser, WORKING, WORKS)}`,
    ])
    .join('\n')
}

/** The whole report as Markdown. */
export function report(cells: Cells): string {
  const parts = Object.keys(cells).flatMap(browser => [
    `## ${browser}: what moves\n\n${table(cells, browser, MOVING, COLUMNS)}`,
    `## ${browser}: what has to go on\n\n${table(cells, browser, WORKING, COLUMNS.slice(0, 3))}`,
  ])
  return `# Stillness, measured

The share of pixels that change over two seconds, taken two seconds after a page has loaded or calm mode (level 2) has
come; 0 is still. *Late* is calm mode switched on in a page that has run for two seconds (or, where something has to go on,
has just loaded); *reduced motion* is the browser's own, with Luwte off. *And unseen*: the title, the icon or sound goes on.
Made by \`npm run bench:stillness\`. What each page is: [tests/corpus](../tests/corpus). What remains, and why:
[docs/stillness.md](../docs/stillness.md).

${summary(cells)}

${parts.join('\n\n')}
`
}

function counts(cells: Cells, browser: string, pages: readonly CorpusPage[], good: string): string {
  return COLUMNS.flatMap(column => {
    const measured = pages.flatMap(({ name }) => cells[browser]?.[column]?.[name] ?? [])
    if (measured.length === 0) return []
    return [`${column} ${measured.filter(cell => cell === good).length} of ${measured.length}`]
  }).join(' · ')
}

function table(
  cells: Cells,
  browser: string,
  pages: readonly CorpusPage[],
  columns: readonly Column[],
): string {
  const row = (texts: readonly string[]) => `| ${texts.map(text => text.replaceAll('|', '/')).join(' | ')} |`
  const head = [row(['page', 'what is there', ...columns]), row(['-', '-', ...columns.map(() => '-')])]
  const rows = pages.map(({ name, description }) =>
    row([name, description, ...columns.map(column => cells[browser]?.[column]?.[name] ?? '')]),
  )
  return [...head, ...rows].join('\n')
}
