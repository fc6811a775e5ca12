// What a page costs while it loads: without an extension, with one empty content script, with Luwte off and on.
// All four take turns in one run, and each is compared with the empty content script of its own round.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBareChromium } from '../tests/e2e/harness/bare'
import { turnCalmOn } from '../tests/e2e/harness/calm'
import { launchChromium } from '../tests/e2e/harness/chromium'
import { startSite } from '../tests/e2e/harness/site'

const ROUNDS = Number(process.env.ROUNDS ?? 15)
const ELEMENTS = Number(process.env.ELEMENTS ?? 10_000)
const FLOOR = 'empty content script'

interface Subject {
  readonly name: string
  /** Milliseconds of the page's main thread until the page has loaded and painted. */
  load(): Promise<number>
  close(): Promise<void>
}

type Opened = Awaited<ReturnType<typeof launchChromium>>
type Page = Awaited<ReturnType<Opened['newPage']>>

async function loadIn(page: Page, url: string): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(url, { waitUntil: 'load' })
  await page.evaluate(() => new Promise(done => requestIdleCallback(done)))
  const { metrics } = await session.send('Performance.getMetrics')
  await page.close()
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

/** An extension that does nothing but run an empty script in every page: the floor for any extension that runs there. */
async function emptyExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'empty-extension-'))
  const scripts = { matches: ['<all_urls>'], js: ['empty.js'], all_frames: true, run_at: 'document_start' }
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1',
    background: { service_worker: 'empty.js' },
    content_scripts: [scripts],
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest))
  await writeFile(join(folder, 'empty.js'), '')
  return folder
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const site = await startSite()
const rows = Array.from({ length: ELEMENTS / 2 }, (_, i) => `<p>Row ${i} <b>some words</b></p>`)
const url = site.page(`<!doctype html><title>Rows</title>${rows.join('')}`)
const empty = await emptyExtension()

const bare = await launchBareChromium()
const floor = await launchChromium({ build: empty })
const off = await launchChromium({ build: '.output/chrome-mv3' })
const on = await launchChromium({ build: '.output/chrome-mv3' })
await turnCalmOn(on, await on.newPage(url), 2)

const withExtension = (name: string, luwte: Opened): Subject => ({
  name,
  load: async () => loadIn(await luwte.newPage(), url),
  close: () => luwte.close(),
})
const subjects: Subject[] = [
  { name: 'no extension', load: async () => loadIn(await bare.newPage(), url), close: () => bare.close() },
  withExtension(FLOOR, floor),
  withExtension('Luwte, calm mode off', off),
  withExtension('Luwte, calm mode on (level 2)', on),
]

const times = new Map(subjects.map(({ name }) => [name, [] as number[]]))
for (let round = -1; round < ROUNDS; round++) {
  for (const { name, load } of subjects) {
    const ms = await load()
    if (round >= 0) times.get(name)?.push(ms)
  }
}
const floors = times.get(FLOOR) ?? []
console.log(`${ELEMENTS} elements, ${ROUNDS} rounds, medians`)
for (const [name, values] of times) {
  const ratio = median(values.map((ms, round) => ms / (floors[round] ?? Number.NaN)))
  console.log(
    `${name.padEnd(32)} ${median(values).toFixed(1).padStart(7)} ms  ${ratio.toFixed(2)} × ${FLOOR}`,
  )
}
for (const { close } of subjects) await close()
await site.close()
await rm(empty, { recursive: true, force: true })
