import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { launchChromium } from '../tests/e2e/harness/chromium'
import { launchFirefox } from '../tests/e2e/harness/firefox'
import { EMPTY, type Opening, type Openings, POPUP, withEmptyPopup } from './empty-popup'

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
  await own.evaluate(untilReady)
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
  await own.evaluate(untilReady)
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

/** Runs in a popup: tells when its first text is painted, and when its last part is, and closes it. */
function tellOfPaint(): void {
  const inserted = new Promise<number>(done => {
    new MutationObserver(() => {
      // The last thing of Luwte's popup; the empty one has a single paragraph.
      if (document.querySelector('nav a:last-child, body > p')) done(performance.now())
    }).observe(document, { childList: true, subtree: true })
  })
  new PerformanceObserver(async list => {
    const text = list.getEntries().find(({ name }) => name === 'first-contentful-paint')
    if (!text) return
    const late = (await inserted) > text.startTime
    if (late) await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
    const whole = late ? performance.now() : text.startTime
    const at = [text.startTime, whole].map(ms => performance.timeOrigin + ms)
    new BroadcastChannel('painted').postMessage(at)
    setTimeout(() => close())
  }).observe({ type: 'paint', buffered: true })
}

/** Runs in a page of the extension: until the popup of the page in front knows what to show. */
async function untilReady(): Promise<void> {
  for (;;) {
    const [{ id: tabId } = {}] = await chrome.tabs.query({ active: true, currentWindow: true })
    if (tabId !== undefined && (await chrome.action.getPopup({ tabId })).includes('#')) return
    await new Promise(done => setTimeout(done, 20))
  }
}

/** Runs in a page of the extension. */
async function wakeBackground(): Promise<void> {
  await chrome.runtime.getBackgroundPage()
}

/** Runs in a page of the extension, beside the page in front. */
async function pressIcon(popup: string): Promise<Opening> {
  const [{ id: tabId } = {}] = await chrome.tabs.query({ active: true, currentWindow: true })
  if (tabId === undefined) throw new Error('no page is in front')
  // Luwte's own is in the address that its background has given to the tab.
  const own = await chrome.action.getPopup({ tabId })
  if (!own.includes('#')) throw new Error('the popup of the page in front is not ready')
  if (!own.includes(popup)) await chrome.action.setPopup({ tabId, popup })
  const channel = new BroadcastChannel('painted')
  const painted = new Promise<number[]>(done => {
    channel.onmessage = ({ data }) => done(data)
  })
  const start = performance.timeOrigin + performance.now()
  await chrome.action.openPopup()
  const [text = Number.NaN, whole = Number.NaN] = (await painted).map(at => at - start)
  channel.close()
  // Its window goes first: the browser opens one popup at a time.
  while ((await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0) {
    await new Promise(done => setTimeout(done, 20))
  }
  await chrome.action.setPopup({ tabId, popup: own })
  return { text, whole }
}
