// What calm mode costs a page: bytes, load, and each change of the page, on a small and on a large page. All subjects
// take turns in one run, and each is compared with the empty content script of its own round. Writes benchmarks/cost.md.
// `ROUNDS=11` takes more rounds.
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { gzipSync } from 'node:zlib'
import { startSite } from '../tests/e2e/harness/site'
import { costOf, type PageCost } from './page-cost'
import { FLOOR, openSubjects } from './subjects'

const REPORT = 'benchmarks/cost.md'
const ROUNDS = Number(process.env.ROUNDS ?? 5)
const SMALL = 10_000
const LARGE = 50_000
const SIZES = [SMALL, LARGE] as const

const SCRIPTS = { 'in the world of the extension': 'calm.js', 'in the world of the page': 'calm-page.js' }

const site = await startSite()
const pageOf = (elements: number) => {
  const rows = Array.from({ length: elements / 2 }, (_, at) => `<p>Row ${at} <b>some words</b></p>`)
  return site.page(`<!doctype html><title>Rows</title>${rows.join('')}`)
}
const urls = new Map(SIZES.map(size => [size, pageOf(size)]))
const subjects = await openSubjects(urls.get(SMALL) ?? '')

/** By subject and size, one of each round. */
const costs = new Map<string, PageCost[]>()
const key = (name: string, size: number) => `${name} ${size}`
for (let round = -1; round < ROUNDS; round++) {
  for (const [size, url] of urls) {
    for (const { name, open } of subjects) {
      const cost = await costOf(await open(), url)
      // The first round warms up.
      if (round >= 0) costs.set(key(name, size), [...(costs.get(key(name, size)) ?? []), cost])
    }
  }
  if (round >= 0) console.log(`round ${round + 1} of ${ROUNDS}`)
}
for (const { close } of subjects) await close()
await site.close()

type Measure = keyof PageCost

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

function medianOf(name: string, size: number, measure: Measure): number {
  return median((costs.get(key(name, size)) ?? []).map(cost => cost[measure]))
}

/** Median of the rounds' ratios to the empty content script. */
function ratioOf(name: string, size: number, measure: Measure): number {
  const floor = costs.get(key(FLOOR, size)) ?? []
  const own = costs.get(key(name, size)) ?? []
  return median(own.map((cost, round) => cost[measure] / (floor[round]?.[measure] ?? Number.NaN)))
}

/** The power of the number of elements with which a cost grows: 0 not at all, 1 in step with it. */
function growthOf(name: string, measure: Measure): number {
  const growth = medianOf(name, LARGE, measure) / medianOf(name, SMALL, measure)
  return Math.log(growth) / Math.log(LARGE / SMALL)
}

function table(measure: Measure, unit: (ms: number) => string): string {
  const rows = subjects.map(({ name }) => {
    const cells = SIZES.flatMap(size => [
      unit(medianOf(name, size, measure)),
      `${ratioOf(name, size, measure).toFixed(2)} ×`,
    ])
    return `| ${[name, ...cells, growthOf(name, measure).toFixed(2)].join(' | ')} |`
  })
  const sizes = SIZES.map(size => `${size.toLocaleString('en')} elements | ratio`).join(' | ')
  return `| | ${sizes} | growth exponent |\n| - | - | - | - | - | - |\n${rows.join('\n')}`
}

const bytes = Object.entries(SCRIPTS).map(([where, file]) => {
  const script = readFileSync(`.output/chrome-mv3/${file}`)
  const kB = (length: number) => `${(length / 1000).toFixed(1)} kB`
  return `| ${file}, ${where} | ${kB(script.length)} | ${kB(gzipSync(script).length)} |`
})

const report = `# What calm mode costs a page

Medians of ${ROUNDS} rounds in which all subjects take turns, in ms of the page's main thread alone; each ratio is to the
empty content script of the same round. Made by \`npm run bench:cost\` on ${cpus().length} processors of the kind
${cpus()[0]?.model}. A growth exponent of 0 does not grow with the page, one of 1 grows in step with it.

## Bytes

| script | as it is | compressed |
| - | - | - |
${bytes.join('\n')}

A page on which calm mode is off gets neither.

## Load

${table('load', ms => `${ms.toFixed(1)} ms`)}

## Each change of the page

Four hundred changes of classes, styles, texts and elements, by turns, from the callbacks of timers.

${table('mutation', ms => `${(ms * 1000).toFixed(1)} µs`)}
`
await writeFile(REPORT, report)
console.log(report)
