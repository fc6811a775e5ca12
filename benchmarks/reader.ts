// How long it takes to open the reader on a page, beside Readability alone on the same page: on an article that is made, and
// on each saved page that is named (`npm run bench:reader -- PAGE.html ...`). Writes benchmarks/reader.md. `ROUNDS=5` takes fewer rounds.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { articlePage } from '../tests/e2e/harness/articles'
import { launchChromium } from '../tests/e2e/harness/chromium'
import { startSite } from '../tests/e2e/harness/site'
import { readerQuery } from '../utils/reader/address'

const REPORT = 'benchmarks/reader.md'
const ROUNDS = Number(process.env.ROUNDS ?? 7)

/** Put into the page by its file. */
declare const Readability: new (page: Document) => { parse(): unknown }

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const site = await startSite()
const luwte = await launchChromium({ build: '.output/chrome-mv3' })
const own = await luwte.openExtensionPage('ask.js')

/** Measures one page. @returns its row of the report. */
async function measure(name: string, html: string | Buffer): Promise<string> {
  const page = await luwte.newPage()
  const headers = { 'content-type': 'text/html; charset=utf-8' }
  await page.goto(site.page(html, { headers }), { waitUntil: 'domcontentloaded' })
  const tab = await luwte.tabId(page)
  await page.addScriptTag({ path: 'node_modules/@mozilla/readability/Readability.js' })
  const alone: number[] = []
  const empty: number[] = []
  const opening: number[] = []
  // The first round warms up.
  for (let round = -1; round < ROUNDS; round++) {
    const parse = await page.evaluate(() => {
      const start = performance.now()
      new Readability(document.cloneNode(true) as Document).parse()
      return performance.now() - start
    })
    const bare = await luwte.openExtensionPage('ask.js')
    const loaded = await bare.evaluate(() => performance.now())
    await bare.close()
    const reader = await luwte.openExtensionPage(`reader.html${readerQuery(tab, page.url())}`)
    const shown = await reader.waitForFunction(
      () => document.querySelector('.article > div') && performance.now(),
    )
    const open = await shown.jsonValue()
    await reader.close()
    if (round < 0 || open === null) continue
    alone.push(parse)
    empty.push(loaded)
    opening.push(open)
  }
  const elements = await page.evaluate(() => document.getElementsByTagName('*').length)
  await page.close()
  const ratio = median(opening.map((ms, round) => ms / (alone[round] ?? Number.NaN)))
  const cells = [name, elements, ...[alone, empty, opening].map(ms => `${median(ms).toFixed(0)} ms`)]
  return `| ${[...cells, `${ratio.toFixed(1)} ×`].join(' | ')} |`
}

const rows = [await measure('made, 2,800 sentences', articlePage('en', 400))]
for (const path of process.argv.slice(2)) {
  const html = readFileSync(path)
  rows.push(await measure(`saved, ${(html.length / 1000).toFixed(0)} kB`, html))
}
await own.close()
await luwte.close()
await site.close()

const report = `# How long the reader takes to open

From the start of its page until the article is shown, beside Readability alone on the same page, and beside a tab that shows a
text file of the extension and does nothing. Medians of ${ROUNDS} rounds. Made by \`npm run bench:reader\` in Chromium on ${cpus().length} processors of
the kind ${cpus()[0]?.model}, with ${loadavg()[1]?.toFixed(0)} programs wanting them at a time.

| page | elements | Readability alone | a tab that does nothing | the reader | reader to Readability |
| - | - | - | - | - | - |
${rows.join('\n')}
`
await writeFile(REPORT, report)
console.log(report)
