// How still the pages of the corpus are in real browsers: Luwte off, on before the page loads, switched on late, and the
// browser's own reduced motion with Luwte off. Prints what it counts and writes the whole as benchmarks/stillness.md.
// `BROWSER=firefox` takes one browser alone, `ONLY=gif` the pages whose names have that in them, `SIDE=4` four at a time.
import { writeFile } from 'node:fs/promises'
import { type CorpusPage, MOVING, WORKING } from '../tests/corpus'
import { openChromium } from '../tests/e2e/harness/corpus/chromium'
import { openFirefox } from '../tests/e2e/harness/corpus/firefox'
import { isStill, type Motion, measureMotion, tryPage, type When } from '../tests/e2e/harness/corpus/measure'
import { type CorpusBrowser, type Stage, stageOf } from '../tests/e2e/harness/corpus/stage'
import { type Site, startSite } from '../tests/e2e/harness/site'

const REPORT = 'benchmarks/stillness.md'
const SIDE_BY_SIDE = Number(process.env.SIDE ?? 6)
const ONLY = process.env.ONLY ?? ''

type Open = (options?: { reducedMotion?: 'reduce' }) => Promise<CorpusBrowser>
const BROWSERS: Record<string, Open> = { Chromium: openChromium, Firefox: openFirefox }

const COLUMNS: readonly { readonly name: string; readonly when: When; readonly reduced?: true }[] = [
  { name: 'off', when: 'off' },
  { name: 'on', when: 'on' },
  { name: 'late', when: 'late' },
  { name: 'reduced motion', when: 'off', reduced: true },
]

/** What each page shows in each column, by the name of the page. */
type Column = Map<string, string>

const wanted = ({ name }: CorpusPage) => name.includes(ONLY)

/** Runs `measure` on every page, some side by side. */
async function each(
  pages: readonly CorpusPage[],
  measure: (page: CorpusPage) => Promise<string>,
): Promise<Column> {
  const left = pages.filter(wanted)
  const column: Column = new Map()
  const work = async () => {
    for (let page = left.shift(); page; page = left.shift()) {
      const cell = await measure(page).catch((error: Error) => `failed: ${error.message.split('\n')[0]}`)
      column.set(page.name, cell)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  return column
}

const cellOf = (motion: Motion): string =>
  isStill(motion) ? STILL : `${(motion.share * 100).toFixed(2)} %${motion.unseen ? ' and unseen' : ''}`

const STILL = '0'

async function inBrowser(site: Site, open: Open): Promise<{ moving: Column[]; working: Column[] }> {
  const moving: Column[] = []
  const working: Column[] = []
  const plain = stageOf(await open(), site)
  for (const { when } of COLUMNS.filter(({ reduced }) => !reduced)) {
    moving.push(await each(MOVING, async page => cellOf(await measureMotion(plain, page, when))))
    working.push(await each(WORKING, page => tryPage(plain, page, when)))
  }
  await plain.close()
  const reduced: Stage = stageOf(await open({ reducedMotion: 'reduce' }), site)
  moving.push(await each(MOVING, async page => cellOf(await measureMotion(reduced, page, 'off'))))
  await reduced.close()
  return { moving, working }
}

function table(pages: readonly CorpusPage[], columns: readonly Column[]): string {
  const names = COLUMNS.slice(0, columns.length).map(({ name }) => name)
  const row = (cells: readonly string[]) => `| ${cells.map(cell => cell.replaceAll('|', '/')).join(' | ')} |`
  const rows = pages
    .filter(wanted)
    .map(({ name, description }) =>
      row([name, description, ...columns.map(column => column.get(name) ?? '')]),
    )
  return [row(['page', 'what is there', ...names]), row(['-', '-', ...names.map(() => '-')]), ...rows].join(
    '\n',
  )
}

/** What is counted of each column, in a line. */
function counts(columns: readonly Column[], good: string, word: string): string {
  return columns
    .map((column, at) => {
      const cells = [...column.values()]
      return `${COLUMNS[at]?.name}: ${cells.filter(cell => cell === good).length} of ${cells.length}`
    })
    .join(' · ')
    .replace(/^/, `${word}: `)
}

const site = await startSite()
const parts: string[] = []
const summary: string[] = []
for (const [browser, open] of Object.entries(BROWSERS)) {
  if (process.env.BROWSER && process.env.BROWSER !== browser.toLowerCase()) continue
  const { moving, working } = await inBrowser(site, open)
  const lines = [counts(moving, STILL, 'still'), counts(working, 'works', 'works')]
  summary.push(...lines.map(line => `- ${browser}, ${line}`))
  parts.push(`## ${browser}: what moves\n\n${table(MOVING, moving)}`)
  parts.push(`## ${browser}: what goes on working\n\n${table(WORKING, working)}`)
}
await site.close()

const report = `# Stillness, measured

Share of pixels that move over about two seconds, two seconds after a page has loaded or calm mode (level 2) has come;
0 is still. In *late*, the page has run for two seconds before. *and unseen*: the title, the icon or sound goes on.
Made by \`npm run bench:stillness\`; what the pages are is in [tests/corpus](../tests/corpus).

${summary.join('\n')}

${parts.join('\n\n')}
`
await writeFile(REPORT, report)
console.log(report)
