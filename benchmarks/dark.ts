// What dark colours cost a page: calm mode without them, with the page's own dark scheme, and repainted by Dark Reader's
// engine. All take turns in one run, and each is compared with calm mode alone of its own round. Writes benchmarks/dark.md.
// `ROUNDS=5` takes fewer rounds; saved pages can be named, to be measured too: `npm run bench:dark -- PAGE.html`.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { basename } from 'node:path'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { launchChromium } from '../tests/e2e/harness/chromium'
import { startSite } from '../tests/e2e/harness/site'

declare const chrome: ExtensionApi

const REPORT = 'benchmarks/dark.md'
const ROUNDS = Number(process.env.ROUNDS ?? 11)
const ALONE = 'calm mode, as light as the page'
const OWN = "the page's own dark scheme"
const ENGINE = 'repainted by the engine'
/** The host decides whether dark colours are chosen. */
const HOST_OF = { [ALONE]: 'site-a.test', [OWN]: 'site-b.test', [ENGINE]: 'site-b.test' }

interface Cost {
  /** The page's main thread, until it has nothing more to do, ms. */
  readonly work: number
  /** From the navigation until the page is no longer held nearly dark, ms. */
  readonly shown: number
}

const site = await startSite()
const luwte = await launchChromium({ build: '.output/chrome-mv3' })
const headers = { 'content-type': 'text/html; charset=utf-8' }

/** A page of rows, each in one of the colours that its styles have. */
function madePage(elements: number, rules: number, dark: boolean): string {
  const colour = (at: number) => `rgb(${(at * 37) % 256} ${(at * 91) % 256} ${(at * 53) % 256})`
  const styles = Array.from(
    { length: rules },
    (_, at) => `.c${at}{color:#${String(at % 10).repeat(3)};background:#fff;border:1px solid ${colour(at)}}`,
  )
  const own = dark
    ? `@media (prefers-color-scheme:dark){body,[class]{background:#111!important;color:#ddd!important}}`
    : ''
  const rows = Array.from(
    { length: elements / 2 },
    (_, at) => `<p class="c${at % rules}">Row ${at} <b>some words</b></p>`,
  )
  return `<!doctype html><title>Rows</title><style>body{background:#fff}${styles.join('')}${own}</style>${rows.join('')}`
}

const made = [
  { name: '1,000 elements, 100 rules', elements: 1000, rules: 100 },
  { name: '10,000 elements, 1,000 rules', elements: 10_000, rules: 1000 },
].map(({ name, elements, rules }) => {
  const light = site.page(madePage(elements, rules, false), { headers })
  return {
    name,
    urls: new Map([
      [ALONE, light],
      [OWN, site.page(madePage(elements, rules, true), { headers })],
      [ENGINE, light],
    ]),
  }
})
const saved = process.argv.slice(2).map(path => {
  const url = site.page(readFileSync(path), { headers })
  return {
    name: basename(path, '.html'),
    urls: new Map([
      [ALONE, url],
      [ENGINE, url],
    ]),
  }
})
const pages = [...made, ...saved]

for (const [host, theme] of [
  ['site-a.test', 0],
  ['site-b.test', 1],
] as const)
  await choose(host, theme)

const costs = new Map<string, Cost[]>()
for (let round = -1; round < ROUNDS; round++) {
  for (const { name, urls } of pages) {
    for (const [way, url] of urls) {
      const cost = await costOf(site.onHost(url, HOST_OF[way as keyof typeof HOST_OF]))
      // The first round warms up.
      if (round >= 0) costs.set(name + way, [...(costs.get(name + way) ?? []), cost])
    }
  }
  if (round >= 0) console.log(`round ${round + 1} of ${ROUNDS}`)
}
await luwte.close()
await site.close()

/** Turns calm mode on for a host, with dark colours or without. */
async function choose(host: string, theme: 0 | 1): Promise<void> {
  const page = await luwte.newPage(site.onHost(site.page('<p>Words'), host))
  const tabId = await luwte.tabId(page)
  const popup = await luwte.openExtensionPage('popup.html')
  for (const request of [
    { name: 'calm.level', payload: { tabId, level: 2 } },
    { name: 'calm.ownSettings', payload: { tabId, own: true } },
    { name: 'calm.adjust', payload: { tabId, option: 'theme', value: theme } },
  ])
    await popup.evaluate(request => chrome.runtime.sendMessage(request), request)
  await popup.close()
  await page.close()
}

async function costOf(url: string): Promise<Cost> {
  const page = await luwte.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url, { waitUntil: 'load' })
  const shown = await page.evaluate(async () => {
    while (getComputedStyle(document.documentElement).filter.includes('brightness(0.12)'))
      await new Promise(requestAnimationFrame)
    const now = performance.now()
    for (let idle = 0; idle < 3; idle++) await new Promise(done => requestIdleCallback(done))
    return now
  })
  const isDark = await page.evaluate(
    () => getComputedStyle(document.body).backgroundColor !== 'rgb(255, 255, 255)',
  )
  if (url.includes('site-b') && !isDark) throw new Error(`${url} did not become dark`)
  const { metrics } = await session.send('Performance.getMetrics')
  await page.close()
  const work = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  return { work, shown }
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function row(name: string, way: string): string {
  const own = costs.get(name + way) ?? []
  const alone = costs.get(name + ALONE) ?? []
  const more = median(own.map(({ work }, round) => work - (alone[round]?.work ?? Number.NaN)))
  const ratio = median(own.map(({ work }, round) => work / (alone[round]?.work ?? Number.NaN)))
  const work = median(own.map(({ work }) => work))
  const shown = median(own.map(({ shown }) => shown))
  const against = way === ALONE ? ['', ''] : [`${more.toFixed(0)} ms`, `${ratio.toFixed(2)} ×`]
  return `| ${[name, way, `${work.toFixed(0)} ms`, ...against, `${shown.toFixed(0)} ms`].join(' | ')} |`
}

const report = `# What dark colours cost a page

Medians of ${ROUNDS} rounds in which all take turns. "Work" is the time of the page's main thread until it has nothing more to
do; what is more is against calm mode without dark colours in the same round. "Seen after" is the time on the clock
from the navigation until the page is no longer held nearly dark, on a machine that has other things to do too. Made by \`npm run bench:dark\` on
${cpus().length} processors of the kind ${cpus()[0]?.model}.

| page | dark colours by | work | more | ratio | seen after |
| - | - | - | - | - | - |
${pages.flatMap(({ name, urls }) => [...urls.keys()].map(way => row(name, way))).join('\n')}

The engine's file is ${(readFileSync('.output/chrome-mv3/dark.js').length / 1000).toFixed(0)} kB, and comes only where dark colours are chosen. The settings and the popup call them heavier for the
computer.
`
await writeFile(REPORT, report)
console.log(report)
