// Takes the pictures for the stores, in both languages: docs/store/<language>/. `npm run store`. The texts stand beside them.
import { mkdir, writeFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { untilDimmed } from '../tests/e2e/harness/calm'
import { type ChromiumWithLuwte, launchChromium } from '../tests/e2e/harness/chromium'
import { untilTree } from '../tests/e2e/harness/nudges'
import { type Site, startSite } from '../tests/e2e/harness/site'
import { welcomePage } from './stage'
import { type StoreLanguage, storePage } from './store/page'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** What both stores want. */
const VIEW = { width: 1280, height: 800 }
const POPUP = { width: 360, height: 600 }
const MARGIN = 24
const PATIENCE_MS = 60_000
const FADED_IN_MS = 15_000

const HOSTS: Readonly<Record<StoreLanguage, string>> = { en: 'daily-blare.test', nl: 'dagelijks-lawaai.test' }

/** One language's browser, with a bright page in front. */
interface Scene {
  readonly luwte: ChromiumWithLuwte
  readonly page: Page
  readonly tabId: number
  /** Asks Luwte's background something about the page, which stays in front. */
  ask(name: string, payload?: object): Promise<unknown>
}

const PICTURES: Readonly<Record<string, (scene: Scene) => Promise<Uint8Array>>> = {
  async '1-knob'({ luwte, page, ask }) {
    await page.setViewportSize({ ...VIEW, width: VIEW.width / 2 })
    const before = await luwte.settle(page, PATIENCE_MS)
    await ask('calm.level', { level: 3 })
    await untilDimmed(page)
    const after = await luwte.settle(page, PATIENCE_MS)
    await page.setViewportSize(VIEW)
    return compose(luwte, [before, 'inset: 0 auto auto 0'], [after, 'inset: 0 0 auto auto'])
  },
  async '2-popup'({ luwte, page, tabId }) {
    const popup = await luwte.openExtensionPage(`popup.html?tab=${tabId}`)
    await popup.setViewportSize(POPUP)
    await popup.locator('.page-links').waitFor()
    const picture = await luwte.settle(popup, PATIENCE_MS)
    await popup.close()
    const above = `inset: ${MARGIN}px ${MARGIN}px auto auto; border-radius: 12px; box-shadow: 0 0 40px #000`
    return compose(luwte, [await luwte.settle(page, PATIENCE_MS), 'inset: 0'], [picture, above])
  },
  async '3-rest'({ luwte, page, ask }) {
    await ask('pacing.rest')
    await untilTree(page, nodes => nodes.some(({ role }) => role === 'dialog'))
    // It fades in so slowly that two pictures after each other hardly differ.
    await delay(FADED_IN_MS)
    const picture = await luwte.settle(page, PATIENCE_MS)
    await ask('pacing.stop')
    return picture
  },
  async '4-reader'({ luwte, tabId }) {
    const reader = await luwte.openExtensionPage(`reader.html?tab=${tabId}`)
    await reader.locator('.article > div').first().waitFor()
    return luwte.settle(reader, PATIENCE_MS)
  },
  async '5-settings'({ luwte }) {
    const settings = await luwte.openExtensionPage('options.html')
    await settings.frameLocator('iframe').locator('img').waitFor()
    await settings.locator('#calm').evaluate(section => section.scrollIntoView())
    return luwte.settle(settings, PATIENCE_MS)
  },
}

/** Pictures above each other. */
async function compose(luwte: ChromiumWithLuwte, ...layers: readonly (readonly [Uint8Array, string])[]) {
  const images = layers.map(
    ([png, style]) =>
      `<img style="position: absolute; ${style}" src="data:image/png;base64,${Buffer.from(png).toString('base64')}">`,
  )
  const page = await luwte.newPage()
  await page.setContent(`<body style="margin: 0">${images.join('')}`)
  const picture = await page.screenshot()
  await page.close()
  return picture
}

async function takePictures(site: Site, language: StoreLanguage): Promise<void> {
  const folder = `docs/store/${language}`
  await mkdir(folder, { recursive: true })
  const luwte = await launchChromium({ build: '.output/chrome-mv3', locale: language, viewport: VIEW })
  try {
    luwte.context.setDefaultTimeout(PATIENCE_MS)
    await (await welcomePage(luwte.context))?.close()
    const page = await luwte.newPage(site.onHost(site.page(storePage(language)), HOSTS[language]))
    const tabId = await luwte.tabId(page)
    const behind = await luwte.openExtensionPage('sample.html')
    const ask = (name: string, payload: object = {}) =>
      behind.evaluate(message => chrome.runtime.sendMessage(message), {
        name,
        payload: { tabId, ...payload },
      })
    for (const [name, take] of Object.entries(PICTURES)) {
      await page.bringToFront()
      await writeFile(`${folder}/${name}.png`, await take({ luwte, page, tabId, ask }))
    }
  } finally {
    await luwte.close()
  }
}

const site = await startSite()
await takePictures(site, 'en')
await takePictures(site, 'nl')
await site.close()
