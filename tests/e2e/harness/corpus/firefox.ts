import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { Reply } from '../../../../utils/messages'
import { launchFirefox } from '../firefox'
import { act } from './hand'
import type { CorpusBrowser, OpenPage } from './stage'
import { UNSEEN, VIEW } from './view'

/** Exists inside Luwte's own pages, where the functions given to `evaluate` run. */
declare const browser: ExtensionApi

/** Firefox with Luwte, for the corpus. */
export async function openFirefox(options: { reducedMotion?: 'reduce' } = {}): Promise<CorpusBrowser> {
  const luwte = await launchFirefox({ viewport: VIEW, ...options })
  const own = await luwte.openExtensionPage('popup.html')

  return {
    async open(url) {
      const page = await luwte.browser.newPage({ type: 'window' })
      const errors: string[] = []
      page.on('pageerror', error => errors.push(String(error)))
      await page.setViewport(VIEW)
      await page.goto(url)
      return openPage(page, errors)
    },
    switchCalm: (host, on) =>
      own.evaluate(
        async (host, on) => {
          const [tab] = await browser.tabs.query({ url: `*://${host}/*` })
          const message = { name: 'calm.switch', payload: { tabId: tab?.id, on } }
          const reply: Reply<unknown> = await browser.runtime.sendMessage(message)
          if (!reply.ok) throw new Error(reply.error)
        },
        host,
        on,
      ),
    close: () => luwte.close(),
  }
}

function openPage(page: Page, errors: readonly string[]): OpenPage {
  return {
    watch: ms => watchByPictures(() => page.screenshot(), ms),
    title: () => page.title(),
    unseen: () => page.evaluate(UNSEEN) as Promise<string>,
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
