import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { launchChromium } from '../tests/e2e/harness/chromium'
import { launchFirefox } from '../tests/e2e/harness/firefox'
import { EMPTY, type Openings, POPUP, withEmptyPopup } from './empty-popup'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const STAGE = 'stage.html'

/** Chromium with a built Luwte that also holds an empty Preact popup, in front of the page at `url`. */
export async function openChromium(extension: string, url: string): Promise<Openings> {
  const folder = await withStage(extension)
  const luwte = await launchChromium({ build: folder })
  const page = await luwte.newPage(url)
  const own = await luwte.openExtensionPage(STAGE)
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

/** The same in Firefox. */
export async function openFirefox(extension: string, url: string): Promise<Openings> {
  const folder = await withStage(extension)
  const luwte = await launchFirefox({ build: folder })
  const page = await luwte.newPage(url)
  const own = await luwte.openExtensionPage(STAGE)
  await page.bringToFront()
  return {
    async open(popup, background) {
      if (background === 'asleep') await luwte.stopBackground()
      else await own.evaluate(wakeBackground)
      return own.evaluate(pressIcon, popup)
    },
    async close() {
      await luwte.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** @returns a folder with both popups, each of which tells when it is painted, and a page that opens them. */
async function withStage(extension: string): Promise<string> {
  const folder = await withEmptyPopup(extension)
  await writeFile(join(folder, STAGE), '<!doctype html><title>Stage</title>')
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
async function wakeBackground(): Promise<void> {
  await chrome.runtime.getBackgroundPage()
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
