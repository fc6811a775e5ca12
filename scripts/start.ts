// `npm start`: Luwte in a real browser, on a demo page. `npm start -- firefox` chooses Firefox.
import { mkdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { startSite } from '../tests/e2e/harness/site'
import { calmed, describe, takeTour } from './calm-tour'
import { ensureBrowsers } from './install-browsers'
import { npmRun } from './npm'
import { openStage, type Stage, type StageBrowser } from './stage'

const BUILDS = {
  chromium: { script: 'build', folder: '.output/chrome-mv3' },
  firefox: { script: 'build:firefox', folder: '.output/firefox-mv3' },
} as const
const PICTURES = '.output/pictures'

async function chooseBrowser(): Promise<StageBrowser> {
  if (process.argv[2] === 'firefox') {
    await ensureBrowsers(({ firefox }) => Boolean(firefox))
    return 'firefox'
  }
  const { chromium } = await ensureBrowsers(({ chromium, firefox }) => Boolean(chromium ?? firefox))
  return chromium ? 'chromium' : 'firefox'
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return !process.env.CI
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

async function stayOpen(stage: Stage): Promise<void> {
  console.log('\nThe demo page is open in a window of its own, with Luwte’s welcome page beside it.')
  console.log(
    'Let that lead you to the demo page, or click Luwte in the toolbar (it may be behind the puzzle piece) and turn on Calm mode.',
  )
  console.log('Close the window to end.')
  await stage.closed
}

async function showPictures(stage: Stage): Promise<void> {
  console.log('\nThere is no display here, so Luwte is tried without a window. This takes a minute or so.')
  const tour = await takeTour(stage)
  await stage.close()
  await mkdir(PICTURES, { recursive: true })
  console.log('\nCalm mode was turned on in the popup, on the demo page. Loaded anew, it is:')
  for (const line of describe(tour)) console.log(line)
  console.log('\nPictures:')
  for (const [name, png] of Object.entries(tour.pictures)) {
    const file = resolve(PICTURES, `${name}.png`)
    await writeFile(file, png)
    console.log(`  ${file}`)
  }
  if (!calmed(tour)) throw new Error('Calm mode changed nothing on the demo page.')
}

async function main(): Promise<void> {
  const browser = await chooseBrowser()
  const { script, folder } = BUILDS[browser]
  console.log('Building Luwte.')
  if (!npmRun(script, '--level', 'warn')) throw new Error('Luwte could not be built. The reason is above.')
  const site = await startSite()
  try {
    const headless = !hasDisplay()
    const stage = await openStage({ url: site.url('/demo/'), browser, build: folder, headless })
    await (headless ? showPictures(stage) : stayOpen(stage))
  } finally {
    await site.close()
  }
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error)
  // Ends the browser too, should it still run.
  process.exit(1)
})
