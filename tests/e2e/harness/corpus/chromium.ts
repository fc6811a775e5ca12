import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { Reply } from '../../../../utils/messages'
import { type ChromiumWithLuwte, launchChromium } from '../chromium'
import { act } from './hand'
import type { CorpusBrowser, CorpusBrowserOptions, OpenPage } from './stage'
import { VIEW } from './view'

/** Exists inside Luwte's own pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** Chromium with Luwte, with pages side by side. */
export async function openChromium(options: CorpusBrowserOptions = {}): Promise<CorpusBrowser> {
  const luwte = await launchChromium({ viewport: VIEW, ...options })
  const own = await luwte.openExtensionPage('popup.html')
  let opened = 0

  const open = async (url: string) => {
    const page = await openWindow(luwte, `about:blank#${opened++}`)
    const errors: string[] = []
    page.on('pageerror', error => errors.push(error.message))
    await page.goto(url)
    return openPage(page, errors)
  }

  return {
    ownOrigin: `chrome-extension://${luwte.extensionId}`,
    open,
    // A title and a picture are taken outside of the page's own world.
    openUntouched: open,
    ask: (host, name, payload) =>
      own.evaluate(
        async ({ host, name, payload }) => {
          const [tab] = await chrome.tabs.query({ url: `*://${host}/*` })
          const message = { name, payload: { tabId: tab?.id, ...payload } }
          const reply: Reply<unknown> = await chrome.runtime.sendMessage(message)
          if (!reply.ok) throw new Error(reply.error)
        },
        { host, name, payload },
      ),
    close: () => luwte.close(),
  }
}

function openPage(page: Page, errors: readonly string[]): OpenPage {
  return {
    watch: ms => watchByScreencast(page, ms),
    picture: () => page.screenshot({ animations: 'allow', caret: 'initial' }),
    title: () => page.title(),
    evaluate: script => page.evaluate(script),
    errors,
    act: person => act(page, deltaY => page.mouse.wheel(0, deltaY), person),
    reload: async () => {
      await page.reload()
    },
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

/** How long after a frame the next one is asked for: enough to judge by, and little to compare. */
const APART_MS = 230

/** What Chromium paints: a still page paints nothing, so that nothing is taken and nothing compared. */
async function watchByScreencast(page: Page, ms: number): Promise<Buffer[]> {
  const session = await page.context().newCDPSession(page)
  const frames: Buffer[] = []
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'))
    // A late answer holds the next frame back; a failed one means that the page is gone.
    setTimeout(() => session.send('Page.screencastFrameAck', { sessionId }).catch(() => {}), APART_MS)
  })
  const size = { maxWidth: VIEW.width, maxHeight: VIEW.height }
  await session.send('Page.startScreencast', { format: 'png', ...size })
  await delay(ms)
  await session.send('Page.stopScreencast')
  await session.detach()
  return frames
}
