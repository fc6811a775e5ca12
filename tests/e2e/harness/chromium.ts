import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { findChromium } from '../../../scripts/browsers'
import { untilStill } from './settle'

/** Exists inside the service worker, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const DEFAULT_BUILD = resolve(import.meta.dirname, '../../../.output/chrome-mv3-e2e')
const WORKER_START_MS = 5000

export interface ChromiumOptions {
  /** The unpacked extension; `wxt build -m e2e` makes the default one. */
  build?: string
  /** A profile to use again, for what has to outlive a restart; it is not removed. */
  userDataDir?: string
  /** What `navigator.language` says. `i18n.getUILanguage()` keeps to the languages the browser has installed. */
  locale?: string
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce' | 'no-preference'
  viewport?: { width: number; height: number }
  /** False opens a real window, whose size decides the viewport. */
  headless?: boolean
}

export interface ChromiumWithLuwte {
  readonly context: BrowserContext
  readonly extensionId: string
  /** Luwte's running service worker; wakes it when it was stopped. */
  worker(): Promise<Worker>
  /** Ends the service worker as the browser does when it is idle: what it held in memory is gone. */
  stopWorker(): Promise<void>
  newPage(url?: string): Promise<Page>
  /** One of Luwte's own pages in a tab, for instance `options.html`. */
  openExtensionPage(path: string): Promise<Page>
  /** The popup for that page, in a window of its own: the page stays the visible tab of its window. */
  openPopupFor(page: Page): Promise<Page>
  /** The browser's number for the tab of that page. Brings the page to the front. */
  tabId(page: Page): Promise<number>
  /** A PNG of the view once the picture stands still. */
  settle(page: Page, within?: number): Promise<Uint8Array>
  picture(page: Page): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Starts a Chromium-based browser with Luwte in it.
 * @throws when no browser or build is there, or when Luwte's background does not start.
 */
export async function launchChromium(options: ChromiumOptions = {}): Promise<ChromiumWithLuwte> {
  const build = options.build ?? DEFAULT_BUILD
  if (!existsSync(build)) throw new Error(`${build} is missing: run \`npm run build:e2e\` first`)
  const profile = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'luwte-chromium-')))
  const context = await launch(profile, build, options)
  const extensionId = new URL((await firstWorker(context, build)).url()).host
  const newPage = async (url?: string) => {
    const page = await context.newPage()
    if (url) await page.goto(url)
    return page
  }
  const withWorkers = async <T>(act: (session: CDPSession) => Promise<T>) => {
    const session = await context.newCDPSession(context.pages()[0] ?? (await newPage()))
    try {
      return await act(session)
    } finally {
      await session.detach()
    }
  }
  const worker = async () => {
    // Does nothing when it runs. Playwright keeps one Worker object over a stop and a start.
    await withWorkers(async session => {
      await session.send('ServiceWorker.enable')
      await session.send('ServiceWorker.startWorker', { scopeURL: `chrome-extension://${extensionId}/` })
    })
    return firstWorker(context, build)
  }
  const tabId = async (page: Page) => {
    await page.bringToFront()
    const id = await (await worker()).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true })
      return tab?.id
    })
    if (id === undefined) throw new Error(`no tab for ${page.url()}`)
    return id
  }
  const picture = (page: Page) => page.screenshot({ caret: 'initial' })

  return {
    context,
    extensionId,
    worker,
    stopWorker: () => withWorkers(stopAllWorkers),
    newPage,
    openExtensionPage: path => newPage(`chrome-extension://${extensionId}/${path}`),
    async openPopupFor(page) {
      const path = `popup.html?tab=${await tabId(page)}`
      const [popup] = await Promise.all([context.waitForEvent('page'), openWindow(await worker(), path)])
      await popup.waitForLoadState()
      return popup
    },
    tabId,
    settle: (page, within) => untilStill(() => picture(page), within),
    picture,
    async close() {
      await context.close()
      if (!options.userDataDir) await rm(profile, { recursive: true, force: true })
    },
  }
}

async function launch(profile: string, build: string, options: ChromiumOptions): Promise<BrowserContext> {
  const browser = await findChromium()
  if (!browser) throw new Error('no Chromium-based browser found: install one or set CHROMIUM to its path')
  return chromium.launchPersistentContext(profile, {
    executablePath: browser.executablePath,
    headless: options.headless ?? true,
    locale: options.locale ?? 'en-US',
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    viewport: options.headless === false ? null : (options.viewport ?? { width: 1280, height: 720 }),
    // Playwright's own default would keep `Extensions.loadUnpacked` from working.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      '--enable-unsafe-extension-debugging',
      '--host-resolver-rules=MAP *.test 127.0.0.1',
      '--disable-gpu',
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}

/** The extension's worker. Chrome itself no longer heeds `--load-extension`; there it is loaded by protocol. */
async function firstWorker(context: BrowserContext, build: string): Promise<Worker> {
  const running = context.serviceWorkers()[0]
  if (running) return running
  const started = context.waitForEvent('serviceworker', { timeout: WORKER_START_MS })
  try {
    return await started
  } catch {
    const session = await context.browser()?.newBrowserCDPSession()
    const [late] = await Promise.all([
      context.waitForEvent('serviceworker', { timeout: WORKER_START_MS }),
      session?.send('Extensions.loadUnpacked', { path: build }),
    ])
    return late
  }
}

/** A worker that is wanted again while it ends is never seen stopped, but starting anew. */
async function stopAllWorkers(session: CDPSession): Promise<void> {
  const stopped = new Promise<void>(done => {
    const ending = new Set<string>()
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { versionId, runningStatus } of versions) {
        if (runningStatus === 'stopping') ending.add(versionId)
        else if (runningStatus === 'stopped' || ending.has(versionId)) done()
      }
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await stopped
}

const openWindow = (worker: Worker, path: string): Promise<void> =>
  worker.evaluate(async path => {
    await chrome.windows.create({ url: chrome.runtime.getURL(path), type: 'popup', width: 400, height: 640 })
  }, path)
