// How long the popup takes to open, beside an empty Preact popup in the same extension and browser, by turns: from the press
// on the icon until the first text is painted, and all of it. Writes benchmarks/popup.md. `ROUNDS=5` takes fewer rounds,
// `BROWSER=Firefox` one browser alone, and writes nothing then.
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { startSite } from '../tests/e2e/harness/site'
import { EMPTY, type Opening, type Openings, POPUP } from './empty-popup'
import { openChromium, openFirefox } from './popup-presses'

const REPORT = 'benchmarks/popup.md'
const ROUNDS = Number(process.env.ROUNDS ?? 31)
const ONLY = process.env.BROWSER
const BACKGROUNDS = ['awake', 'asleep'] as const

const BROWSERS = [
  ['Chromium', openChromium, '.output/chrome-mv3'],
  ['Firefox', openFirefox, '.output/firefox-mv3'],
] as const

function quantile(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN
}
const median = (values: readonly number[]) => quantile(values, 0.5)
const spread = (values: readonly number[], digits: number) =>
  `${quantile(values, 0.25).toFixed(digits)} to ${quantile(values, 0.75).toFixed(digits)}`

const inMs = (values: readonly number[]) => `${median(values).toFixed(0)} ms (${spread(values, 0)})`

/** Opens both popups by turns. @returns two rows of the report: until the first text, and until all of it. */
async function measure(name: string, browser: Openings, background: 'awake' | 'asleep'): Promise<string[]> {
  const rounds: { empty: Opening; popup: Opening }[] = []
  // The first round warms up.
  for (let round = -1; round < ROUNDS; round++) {
    const empty = await browser.open(EMPTY, background)
    const popup = await browser.open(POPUP, background)
    if (round >= 0) rounds.push({ empty, popup })
  }
  return (['text', 'whole'] as const).map(part => {
    const empty = rounds.map(({ empty }) => empty[part])
    const popup = rounds.map(({ popup }) => popup[part])
    const ratios = rounds.map(({ empty, popup }) => popup[part] / empty[part])
    const ofMedians = `${(median(popup) / median(empty)).toFixed(2)} ×`
    const ofRatios = `${median(ratios).toFixed(2)} × (${spread(ratios, 2)})`
    const until = part === 'text' ? 'the first text' : 'all of it'
    return `| ${[name, background, until, inMs(empty), inMs(popup), ofMedians, ofRatios].join(' | ')} |`
  })
}

const site = await startSite()
const rows: string[] = []
for (const [name, open, build] of BROWSERS) {
  if (ONLY && name !== ONLY) continue
  const browser = await open(build, site.onHost(site.page('<p>Words'), 'site-a.test'))
  for (const background of BACKGROUNDS) rows.push(...(await measure(name, browser, background)))
  await browser.close()
}
await site.close()

const report = `# How long the popup takes to open

From the press on the icon until the first text is painted, and until all of the popup is, beside a popup that holds one word and
Preact, in the same browser and by turns. Medians of ${ROUNDS} rounds, with the middle half of them. Made by \`npm run bench:popup\` on
${cpus().length} processors of the kind ${cpus()[0]?.model}, with ${loadavg()[1]?.toFixed(0)} programs wanting them at a time.

| browser | the background is | until | empty popup | Luwte's popup | ratio of medians | median of ratios |
| - | - | - | - | - | - | - |
${rows.join('\n')}

The popup is to take at most 1.3 times as long as the empty one. What it shows is in its address, so that it neither asks nor waits
for a background that is asleep (docs/decisions/0053-the-popup-knows-what-to-show.md). What is folded away is made after it is painted.
`
if (!ONLY) await writeFile(REPORT, report)
console.log(report)
