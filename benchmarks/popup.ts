// How long the popup takes to open, beside an empty Preact popup in the same extension and browser, by turns: from the press
// on the icon until the first text is painted. Writes benchmarks/popup.md. `ROUNDS=5` takes fewer rounds.
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { startSite } from '../tests/e2e/harness/site'
import { EMPTY, openBrowser, POPUP } from './popup-openings'

const REPORT = 'benchmarks/popup.md'
const ROUNDS = Number(process.env.ROUNDS ?? 31)
const BACKGROUNDS = ['awake', 'asleep'] as const

const site = await startSite()
const browser = await openBrowser('.output/chrome-mv3', site.onHost(site.page('<p>Words'), 'site-a.test'))

function quantile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN
}
const median = (values: readonly number[]) => quantile(values, 0.5)
const spread = (values: readonly number[], digits: number) =>
  `${quantile(values, 0.25).toFixed(digits)} to ${quantile(values, 0.75).toFixed(digits)}`

const rows: string[] = []
for (const background of BACKGROUNDS) {
  const empty: number[] = []
  const popup: number[] = []
  // The first round warms up.
  for (let round = -1; round < ROUNDS; round++) {
    const ms = [await browser.open(EMPTY, background), await browser.open(POPUP, background)] as const
    if (round < 0) continue
    empty.push(ms[0])
    popup.push(ms[1])
  }
  const ratios = popup.map((ms, round) => ms / (empty[round] ?? Number.NaN))
  rows.push(
    `| ${background} | ${median(empty).toFixed(0)} ms (${spread(empty, 0)}) | ${median(popup).toFixed(0)} ms (${spread(popup, 0)}) | ${(median(popup) / median(empty)).toFixed(2)} × | ${median(ratios).toFixed(2)} × (${spread(ratios, 2)}) |`,
  )
}
await browser.close()
await site.close()

const report = `# How long the popup takes to open

From the press on the icon until the first text is painted, beside a popup that holds one word and Preact, in the same browser
and by turns. Medians of ${ROUNDS} rounds, with the middle half of them. Made by \`npm run bench:popup\` in Chromium on ${cpus().length}
processors of the kind ${cpus()[0]?.model}, with ${loadavg()[1]?.toFixed(0)} programs wanting them at a time.

| the background is | empty popup | Luwte's popup | ratio of medians | median of ratios |
| - | - | - | - | - |
${rows.join('\n')}

The popup is to take at most 1.3 times as long as the empty one. It shows nothing until the background has answered, so that
nothing jumps; a background that is asleep has to start first, which the empty popup does not wait for.
`
await writeFile(REPORT, report)
console.log(report)
