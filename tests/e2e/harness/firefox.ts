import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findFirefox } from '../../../scripts/browsers'
import { loadOwnPage } from './firefox-load'
import { openSystem } from './firefox-system'
import { untilStill } from './settle'
import { HOSTS } from './site'

const DEFAULT_BUILD = resolve(import.meta.dirname, '../../../.output/firefox-mv3-e2e')
const GECKO_ID = 'luwte@luwte.app'
/** Firefox gives an extension a random address; a pref set before it is installed makes it known. */
const UUID = '6e0c4d0e-5a1c-4b7e-9d5f-2f7c9a1b3e42'
const ALL_SITES = '<all_urls>'

export interface FirefoxOptions {
  /** The unpacked extension; `wxt build -b firefox --mv3 -m e2e` makes the default one. */
  build?: string
  /** What `navigator.languages` says, most wanted first, with commas. */
  locale?: string
  colorScheme?: 'light' | 'dark'
  reducedMotion?: 'reduce'
  /** After how much idle time the background page ends. */
  backgroundIdleMs?: number
  viewport?: { width: number; height: number }
  /** A profile that outlives the browser, with what Luwte keeps in it. */
  userDataDir?: string
  /** False opens a real window, whose size decides the viewport. */
  headless?: boolean
  /** The home folder that Firefox is to see, where an organisation may have put what it presets. */
  home?: string
  /** In Firefox the sites are the person's to grant. Granted here unless false: most tests are about after that. */
  hostsGranted?: boolean
}

export interface FirefoxWithLuwte {
  readonly browser: Browser
  readonly extensionOrigin: string
  newPage(url?: string): Promise<Page>
  /** One of Luwte's own pages in a tab; resolves once it has loaded. */
  openExtensionPage(path: string): Promise<Page>
  /** The popup for that page, in a window of its own: the page stays the visible tab of its window. */
  openPopupFor(page: Page): Promise<Page>
  /** The browser's number for the tab of that page. */
  tabId(page: Page): Promise<number>
  /** The address of the tab in front, which no page can tell: each takes itself to be visible. */
  frontUrl(): Promise<string>
  /** Does what Luwte's key with this letter does for the tab in front. */
  pressShortcut(letter: string): Promise<void>
  /** Gives or takes back match patterns, by default every site, as the add-ons manager would. */
  grantHosts(...patterns: string[]): Promise<void>
  revokeHosts(...patterns: string[]): Promise<void>
  /** Gives an optional permission. */
  grant(permission: string): Promise<void>
  /** Has every page shown in the system's colours, or in its own. */
  forceColours(forced: boolean): Promise<void>
  /** `running`, `starting`, `suspending` or `stopped`. */
  backgroundState(): Promise<string>
  /** Ends the background page as Firefox does when it is idle. */
  stopBackground(): Promise<void>
  /** A PNG of the view once the picture stands still. */
  settle(page: Page, within?: number): Promise<Uint8Array>
  picture(page: Page): Promise<Uint8Array>
  close(): Promise<void>
}

/**
 * Starts Firefox with Luwte in it.
 * @throws when no Firefox or build is there, or when Firefox refuses the extension.
 */
export async function launchFirefox(options: FirefoxOptions = {}): Promise<FirefoxWithLuwte> {
  const build = options.build ?? DEFAULT_BUILD
  if (!existsSync(build)) throw new Error(`${build} is missing: run \`npm run build:e2e\` first`)
  const browser = await launch(options)
  const [first] = await browser.pages()
  const system = await openSystem(first ?? (await browser.newPage()), GECKO_ID)
  await browser.installExtension(build)
  if (options.hostsGranted !== false) await system.changeHosts('add', [ALL_SITES])

  const extensionOrigin = `moz-extension://${UUID}`
  const newPage = async (url?: string) => {
    const page = await browser.newPage()
    if (url) await page.goto(url)
    return page
  }
  const tabId = async (page: Page) => {
    await page.bringToFront()
    return system.frontTabId()
  }
  const picture = (page: Page) => page.screenshot()

  return {
    browser,
    extensionOrigin,
    newPage,
    openExtensionPage: async path => loadOwnPage(await newPage(), `${extensionOrigin}/${path}`),
    async openPopupFor(page) {
      const url = `${extensionOrigin}/popup.html?tab=${await tabId(page)}`
      return loadOwnPage(await browser.newPage({ type: 'window' }), url)
    },
    tabId,
    frontUrl: system.frontUrl,
    pressShortcut: system.pressShortcut,
    grantHosts: (...patterns) => system.changeHosts('add', patterns.length ? patterns : [ALL_SITES]),
    revokeHosts: (...patterns) => system.changeHosts('remove', patterns.length ? patterns : [ALL_SITES]),
    grant: system.grant,
    forceColours: system.forceColours,
    backgroundState: system.backgroundState,
    stopBackground: system.stopBackground,
    settle: (page, within) => untilStill(() => picture(page), within),
    picture,
    close: () => browser.close(),
  }
}

async function launch(options: FirefoxOptions): Promise<Browser> {
  const firefox = await findFirefox()
  if (!firefox) throw new Error('no Firefox found: install it or set FIREFOX to its path')
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox.executablePath,
    headless: options.headless ?? true,
    defaultViewport: options.headless === false ? null : (options.viewport ?? { width: 1280, height: 720 }),
    args: ['--remote-allow-system-access'],
    ...(options.home && { env: { ...process.env, HOME: options.home } }),
    ...(options.userDataDir !== undefined && { userDataDir: options.userDataDir }),
    extraPrefsFirefox: {
      // An extension that is installed for one run is taken away at its end, and what it kept with it.
      'extensions.webextensions.keepStorageOnUninstall': options.userDataDir !== undefined,
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'extensions.background.idle.timeout': options.backgroundIdleMs ?? 30_000,
      'intl.accept_languages': options.locale ?? 'en-US',
      'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': options.reducedMotion ? 1 : 0,
      // As on a press on the icon, which nothing outside can do.
      'extensions.openPopupWithoutUserGesture.enabled': true,
      // Without a loudspeaker, Firefox would hold Web Audio for ever.
      'media.cubeb.force_mock_context': true,
      'network.dns.localDomains': HOSTS.join(','),
    },
  })
}
