import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { launchChromium } from '../tests/e2e/harness/chromium'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

export const POPUP = 'popup.html'
export const EMPTY = 'empty/index.html'

/** Opens popups the way a press on the icon does. */
export interface Openings {
  /** @returns ms from the press until the popup's first text is painted. */
  open(popup: typeof POPUP | typeof EMPTY, background: 'awake' | 'asleep'): Promise<number>
  close(): Promise<void>
}

/** Chromium with a built Luwte that also holds an empty Preact popup, in front of the page at `url`. */
export async function openBrowser(extension: string, url: string): Promise<Openings> {
  const folder = await withEmptyPopup(extension)
  const luwte = await launchChromium({ build: folder })
  const page = await luwte.newPage(url)
  const own = await luwte.openExtensionPage('stage.html')
  await page.bringToFront()
  return {
    async open(popup, background) {
      if (background === 'asleep') await luwte.stopWorker()
      else await luwte.worker()
      return own.evaluate(pressIcon, popup)
    },
    async close() {
      await luwte.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function withEmptyPopup(extension: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luwte-popup-'))
  await cp(extension, folder, { recursive: true })
  await build({
    root: resolve(import.meta.dirname, 'empty-popup'),
    base: '/empty/',
    configFile: false,
    logLevel: 'error',
    build: { outDir: join(folder, 'empty'), modulePreload: { polyfill: false } },
  })
  await writeFile(join(folder, 'stage.html'), '<!doctype html><title>Stage</title>')
  await writeFile(join(folder, 'tell.js'), `(${tellOfPaint})()`)
  for (const popup of [POPUP, EMPTY]) {
    const html = await readFile(join(folder, popup), 'utf8')
    await writeFile(join(folder, popup), html.replace('</head>', '<script src="/tell.js"></script></head>'))
  }
  return folder
}

/** Runs in a popup: tells when its first text is painted, and closes it. */
function tellOfPaint(): void {
  new PerformanceObserver(list => {
    const text = list.getEntries().find(({ name }) => name === 'first-contentful-paint')
    if (!text) return
    new BroadcastChannel('painted').postMessage(performance.timeOrigin + text.startTime)
    setTimeout(() => close())
  }).observe({ type: 'paint', buffered: true })
}

/** Runs in a page of the extension. */
async function pressIcon(popup: string): Promise<number> {
  await chrome.action.setPopup({ popup })
  const channel = new BroadcastChannel('painted')
  const painted = new Promise<number>(done => {
    channel.onmessage = ({ data }) => done(data)
  })
  const start = performance.timeOrigin + performance.now()
  await chrome.action.openPopup()
  const ms = (await painted) - start
  channel.close()
  // Its window goes first: the browser opens one popup at a time.
  while ((await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0) {
    await new Promise(done => setTimeout(done, 20))
  }
  return ms
}
