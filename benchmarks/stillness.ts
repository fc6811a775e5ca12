// How still the pages of the corpus are in real browsers, and whether what has to go on works: with Luwte off, on before
// the page loads, switched on late, and with the browser's own reduced motion. Every cell is kept in
// benchmarks/stillness.json, from which benchmarks/stillness.md is made anew.
// `BROWSER=firefox`, `WHEN=on,late` and `ONLY=gif,video` measure a part anew; `SIDE=4` shows four pages at a time.
import { writeFileSync } from 'node:fs'
import { type CorpusPage, MOVING, WORKING } from '../tests/corpus'
import { openChromium } from '../tests/e2e/harness/corpus/chromium'
import { openFirefox } from '../tests/e2e/harness/corpus/firefox'
import { isStill, type Motion, measureMotion, tryPage, type When } from '../tests/e2e/harness/corpus/measure'
import { type CorpusBrowser, type Stage, stageOf } from '../tests/e2e/harness/corpus/stage'
import { type Site, startSite } from '../tests/e2e/harness/site'
import { type Column, keep, readCells, report, STILL, summary } from './stillness-report'

const SIDE_BY_SIDE = Number(process.env.SIDE ?? 6)
const ONLY = process.env.ONLY ?? ''

type Open = (options?: { reducedMotion?: 'reduce' }) => Promise<CorpusBrowser>
const BROWSERS: Record<string, Open> = { Chromium: openChromium, Firefox: openFirefox }

/** What a column of the table is measured with. Reduced motion is for what moves; it does not change what works. */
const COLUMNS: readonly { readonly name: Column; readonly when: When; readonly reduced?: true }[] = [
  { name: 'on', when: 'on' },
  { name: 'late', when: 'late' },
  { name: 'off', when: 'off' },
  { name: 'reduced motion', when: 'off', reduced: true },
]

function chosen(given: string | undefined, name: string): boolean {
  return !given || given.toLowerCase().split(',').includes(name.toLowerCase())
}

async function measureColumn(
  site: Site,
  browser: string,
  open: Open,
  { name, when, reduced }: (typeof COLUMNS)[number],
): Promise<Record<string, string>> {
  const column: Record<string, string> = {}
  const stage = stageOf(await open(reduced ? { reducedMotion: 'reduce' } : {}), site)
  const left = (reduced ? MOVING : [...MOVING, ...WORKING]).filter(page =>
    ONLY.split(',').some(part => page.name.includes(part)),
  )
  const work = async () => {
    for (let page = left.shift(); page; page = left.shift()) {
      column[page.name] = await measure(stage, page, when)
      console.log(`${browser}, ${name}, ${page.name}: ${column[page.name]}`)
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  await stage.close()
  return column
}

async function measure(stage: Stage, page: CorpusPage, when: When): Promise<string> {
  try {
    if (page.sort === 'works') return await tryPage(stage, page, when)
    return cellOf(await measureMotion(stage, page, when))
  } catch (error) {
    return `failed: ${String(error).split('\n')[0]}`
  }
}

function cellOf(motion: Motion): string {
  if (isStill(motion)) return STILL
  const { share, unseen, errors } = motion
  return [`${(share * 100).toFixed(2)} %`, ...(unseen ? ['and unseen'] : []), ...errors].join(' ')
}

const site = await startSite()
for (const [browser, open] of Object.entries(BROWSERS)) {
  if (!chosen(process.env.BROWSER, browser)) continue
  for (const column of COLUMNS) {
    if (!chosen(process.env.WHEN, column.name)) continue
    keep(browser, column.name, await measureColumn(site, browser, open, column))
  }
}
await site.close()
const cells = readCells()
writeFileSync('benchmarks/stillness.md', report(cells))
console.log(report(cells))
console.log(summary(cells))
