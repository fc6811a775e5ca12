// Takes the README's pictures: the demo page before and after, and the popup.
import { mkdir, writeFile } from 'node:fs/promises'
import { startSite } from '../tests/e2e/harness/site'
import { describe, takeTour } from './calm-tour'
import { openStage } from './stage'

const FOLDER = 'docs/pictures'

const site = await startSite()
const stage = await openStage({
  url: site.url('/demo/'),
  browser: 'chromium',
  build: '.output/chrome-mv3',
  headless: true,
})
try {
  const tour = await takeTour(stage)
  await mkdir(FOLDER, { recursive: true })
  for (const [name, png] of Object.entries(tour.pictures)) await writeFile(`${FOLDER}/${name}.png`, png)
  console.log(describe(tour).join('\n'))
} finally {
  await stage.close()
  await site.close()
}
