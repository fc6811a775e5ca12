import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { Reply } from '../../../../utils/messages'
import { launchFirefox } from '../firefox'
import { act } from './hand'
import type { CorpusBrowser, CorpusBrowserOptions, OpenPage, SeenPage } from './stage'
import { VIEW } from './view'

/** Exists inside Luwte's own pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

/** Firefox with Luwte, with pages side by side. */
export async function openFirefox(options: CorpusBrowserOptions = {}): Promise<CorpusBrowser> {
  const luwte = await launchFirefox({ viewport: VIEW, ...options })
  const own = await luwte.openExtensionPage('popup.html')

  return {
    ownOrigin: luwte.extensionOrigin,
    async open(url) {
      const page = await luwte.browser.newPage({ type: 'window' })
      const errors: string[] = []
      page.on('pageerror', error => errors.push(String(error)))
      await page.setViewport(options.viewport ?? VIEW)
      await page.goto(url)
      return openPage(page, errors)
    },
    openUntouched: url => openUntouched(own, url),
    ask: (host, name, payload) =>
      own.evaluate(
        async (host, name, payload) => {
          const [tab] = await browser.tabs.query({ url: `*://${host}/*` })
          const message = { name, payload: { tabId: tab?.id, ...payload } }
          const reply: Reply<unknown> = await browser.runtime.sendMessage(message)
          if (!reply.ok) throw new Error(reply.error)
        },
        host,
        name,
        payload,
      ),
    close: () => luwte.close(),
  }
}

/** The driver is a page's guest in Firefox: what the page has changed would meet it, so Luwte's own page does everything. */
async function openUntouched(own: Page, url: string): Promise<SeenPage> {
  const ids = await own.evaluate(
    async (url, size) => {
      const { id: window = 0, tabs } = await browser.windows.create({ url, type: 'popup', ...size })
      return { window, tab: tabs?.[0]?.id ?? 0 }
    },
    url,
    VIEW,
  )
  return {
    async picture() {
      const address = await own.evaluate(({ window }) => browser.tabs.captureVisibleTab(window), ids)
      return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
    },
    title: () => own.evaluate(async ({ tab }) => (await browser.tabs.get(tab)).title ?? '', ids),
    close: () => own.evaluate(({ window }) => browser.windows.remove(window), ids),
  }
}

function openPage(page: Page, errors: readonly string[]): OpenPage {
  return {
    picture: () => page.screenshot(),
    watch: ms => watchByPictures(() => page.screenshot(), ms),
    title: () => page.title(),
    evaluate: script => page.evaluate(script),
    errors,
    act: person => act(page, deltaY => page.mouse.wheel({ deltaY }), person),
    reload: async () => {
      await page.reload()
    },
    close: () => page.close(),
  }
}

/** Not a divisor of the usual lengths of animations, so that one is not met in the same phase each time. */
const APART_MS = 310

async function watchByPictures(picture: () => Promise<Uint8Array>, ms: number): Promise<Uint8Array[]> {
  const pictures = [await picture()]
  for (const until = Date.now() + ms; Date.now() < until; ) {
    await delay(APART_MS)
    pictures.push(await picture())
  }
  return pictures
}
