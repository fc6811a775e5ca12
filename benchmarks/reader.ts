// How long it takes to open the reader on a page, beside Readability alone on the same page.
// `npm run bench:reader -- PAGE.html` takes a saved page; without one, a long article is made.
import { readFileSync } from 'node:fs'
import { articlePage } from '../tests/e2e/harness/articles'
import { launchChromium } from '../tests/e2e/harness/chromium'
import { startSite } from '../tests/e2e/harness/site'

const ROUNDS = Number(process.env.ROUNDS ?? 7)
const [path] = process.argv.slice(2)

/** Put into the page by its file. */
declare const Readability: new (page: Document) => { parse(): unknown }

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const site = await startSite()
const luwte = await launchChromium({ build: '.output/chrome-mv3' })
const html = path ? readFileSync(path) : articlePage('en', 400)
const page = await luwte.newPage()
const headers = { 'content-type': 'text/html; charset=utf-8' }
await page.goto(site.page(html, { headers }), { waitUntil: 'domcontentloaded' })
const tab = await luwte.tabId(page)
await page.addScriptTag({ path: 'node_modules/@mozilla/readability/Readability.js' })

const alone: number[] = []
const opening: number[] = []
for (let round = -1; round < ROUNDS; round++) {
  const parse = await page.evaluate(() => {
    const start = performance.now()
    new Readability(document.cloneNode(true) as Document).parse()
    return performance.now() - start
  })
  const reader = await luwte.openExtensionPage(`reader.html?tab=${tab}`)
  const shown = await reader.waitForFunction(
    () => document.querySelector('.article > div') && performance.now(),
  )
  const open = await shown.jsonValue()
  await reader.close()
  if (round < 0 || open === null) continue
  alone.push(parse)
  opening.push(open)
}
const ratio = median(opening.map((ms, round) => ms / (alone[round] ?? Number.NaN)))
console.log(
  `${path ?? 'made'}: Readability alone ${median(alone).toFixed(0)} ms, reader open ${median(opening).toFixed(0)} ms`,
)
console.log(`${ratio.toFixed(2)} × Readability alone, median of ${ROUNDS}`)
await luwte.close()
await site.close()
