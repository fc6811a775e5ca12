import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBareChromium } from '../tests/e2e/harness/bare'
import { turnCalmOn } from '../tests/e2e/harness/calm'
import { launchChromium } from '../tests/e2e/harness/chromium'

/** What every other subject is compared with: the floor for any extension that runs in pages. */
export const FLOOR = 'empty content script'

/** One browser that takes its turn in each round. */
export interface Subject {
  readonly name: string
  open(): Promise<Page>
  close(): Promise<void>
}

type Opened = Awaited<ReturnType<typeof launchChromium>>

/** Chromium without an extension, with an empty one, and with Luwte off and on (level 2) on the site of `url`. */
export async function openSubjects(url: string): Promise<readonly Subject[]> {
  const empty = await emptyExtension()
  const bare = await launchBareChromium()
  const floor = await launchChromium({ build: empty })
  const off = await launchChromium({ build: '.output/chrome-mv3' })
  const on = await launchChromium({ build: '.output/chrome-mv3' })
  const page = await on.newPage(url)
  await turnCalmOn(on, page, 2)
  await page.close()
  const withExtension = (name: string, { newPage, close }: Opened): Subject => ({
    name,
    open: () => newPage(),
    close,
  })
  return [
    { name: 'no extension', open: () => bare.newPage(), close: () => bare.close() },
    {
      ...withExtension(FLOOR, floor),
      async close() {
        await floor.close()
        await rm(empty, { recursive: true, force: true })
      },
    },
    withExtension('calm mode off', off),
    withExtension('calm mode on', on),
  ]
}

/** An extension that does nothing but run an empty script in every page. */
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
