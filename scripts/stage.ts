import { resolve } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../tests/e2e/harness/chromium'
import { launchFirefox } from '../tests/e2e/harness/firefox'

export type StageBrowser = 'chromium' | 'firefox'

interface StageOptions {
  url: string
  browser: StageBrowser
  /** Where the built extension is. */
  build: string
  headless: boolean
}

/** One page in a browser with Luwte, whichever browser it is. */
export interface Stage {
  /** Runs in the page, so it can use nothing from its file. */
  ask(question: () => number): Promise<number>
  picture(): Promise<Uint8Array>
  /** A picture once nothing moves any more. Rejects when that does not come. */
  settle(): Promise<Uint8Array>
  /** Turns calm mode on for the page in Luwte's own popup. Answers a picture of the popup. */
  turnCalmOn(): Promise<Uint8Array>
  /** Loads the page anew. */
  reload(): Promise<unknown>
  /** Resolves when the person closes the browser. */
  readonly closed: Promise<void>
  close(): Promise<void>
}

export function openStage(options: StageOptions): Promise<Stage> {
  return options.browser === 'chromium' ? openChromium(options) : openFirefox(options)
}

async function openChromium({ url, build, headless }: StageOptions): Promise<Stage> {
  const luwte = await launchChromium({ build: resolve(build), headless })
  const welcome = await welcomePage(luwte.context)
  const page = await luwte.newPage(url)
  await (headless ? welcome?.close() : welcome?.bringToFront())
  return {
    ask: question => page.evaluate(question),
    picture: () => luwte.picture(page),
    settle: () => luwte.settle(page),
    async turnCalmOn() {
      const popup = await luwte.openPopupFor(page)
      await popup.getByRole('switch', { name: 'Calm mode' }).click()
      await popup.getByRole('switch', { name: 'Calm mode', checked: true }).waitFor()
      const picture = await luwte.settle(popup)
      await popup.close()
      return picture
    },
    reload: () => page.reload(),
    closed: new Promise(done => luwte.context.once('close', () => done())),
    close: luwte.close,
  }
}

/** Luwte's welcome page, which opens by itself after installing; null where it does not. */
export async function welcomePage(context: BrowserContext): Promise<Page | null> {
  const isWelcome = (page: Page) => page.waitForURL('**/welcome.html', { timeout: 10_000 }).then(() => page)
  const come = context.waitForEvent('page', { timeout: 10_000 }).then(isWelcome)
  return Promise.any([come, ...context.pages().map(isWelcome)]).catch(() => null)
}

async function openFirefox({ url, build, headless }: StageOptions): Promise<Stage> {
  const luwte = await launchFirefox({ build: resolve(build), headless })
  const page = await luwte.newPage(url)
  // Luwte's welcome page has opened as well.
  await page.bringToFront()
  return {
    ask: question => page.evaluate(question),
    picture: () => luwte.picture(page),
    settle: () => luwte.settle(page),
    async turnCalmOn() {
      const popup = await luwte.openPopupFor(page)
      const control = popup.locator('::-p-aria([name="Calm mode"][role="switch"])')
      await control.click()
      await control.filter(element => element.matches(':checked, [aria-checked="true"]')).wait()
      const picture = await luwte.settle(popup)
      await popup.close()
      return picture
    },
    reload: () => page.reload(),
    closed: new Promise(done => luwte.browser.once('disconnected', () => done())),
    close: luwte.close,
  }
}
