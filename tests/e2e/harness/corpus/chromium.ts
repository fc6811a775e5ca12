import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { Reply } from '../../../../utils/messages'
import { type ChromiumWithLuwte, launchChromium } from '../chromium'
import { act } from './hand'
import type { CorpusBrowser, OpenPage } from './stage'
import { UNSEEN, VIEW } from './view'

/** Exists inside Luwte's own pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** Chromium with Luwte, for the corpus. */
export async function openChromium(options: { reducedMotion?: 'reduce' } = {}): Promise<CorpusBrowser> {
  const luwte = await launchChromium({ viewport: VIEW, ...options })
  const own = await luwte.openExtensionPage('popup.html')
  let opened = 0

  return {
    async open(url) {
      const page = await openWindow(luwte, `about:blank#${opened++}`)
      const errors: string[] = []
      page.on('pageerror', error => errors.push(error.message))
      await page.goto(url)
      return openPage(page, errors)
    },
    switchCalm: (host, on) =>
      own.evaluate(
        async ({ host, on }) => {
          const [tab] = await chrome.tabs.query({ url: `*://${host}/*` })
          const message = { name: 'calm.switch', payload: { tabId: tab?.id, on } }
          const reply: Reply<unknown> = await chrome.runtime.sendMessage(message)
          if (!reply.ok) throw new Error(reply.error)
        },
        { host, on },
      ),
    close: () => luwte.close(),
  }
}

function openPage(page: Page, errors: readonly string[]): OpenPage {
  return {
    picture: () => page.screenshot({ caret: 'initial', animations: 'allow' }),
    title: () => page.title(),
    unseen: () => page.evaluate(UNSEEN) as Promise<string>,
    errors,
    act: person => act(page, deltaY => page.mouse.wheel(0, deltaY), person),
    close: () => page.close(),
  }
}

/** A window of its own is always seen; of the tabs in one window, only the one in front is. */
async function openWindow({ context, worker }: ChromiumWithLuwte, url: string): Promise<Page> {
  const opened = context.waitForEvent('page', page => page.url() === url)
  await (await worker()).evaluate(async url => {
    await chrome.windows.create({ url, type: 'popup', width: 520, height: 420 })
  }, url)
  return opened
}
