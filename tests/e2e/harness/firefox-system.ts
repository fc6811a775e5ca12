import type { Page } from 'puppeteer-core'
import { loadOwnPage } from './firefox-load'

/** The part of Firefox's own modules used here; they exist in privileged pages only. */
interface Extension {
  backgroundState: string
  wakeupBackground(): Promise<void>
  terminateBackground(options: { disableResetIdleForTest: boolean }): Promise<void>
}
interface Permissions {
  origins: string[]
  permissions: string[]
}
interface SystemModules {
  'resource://gre/modules/ExtensionPermissions.sys.mjs': {
    ExtensionPermissions: Record<
      'add' | 'remove',
      (id: string, permissions: Permissions, emitter: Extension) => Promise<void>
    >
  }
  'resource://gre/modules/ExtensionParent.sys.mjs': {
    ExtensionParent: { apiManager: { global: { tabTracker: { getId(tab: object): number } } } }
  }
}
declare const ChromeUtils: { importESModule<K extends keyof SystemModules>(url: K): SystemModules[K] }
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } }
declare const Services: {
  prefs: { setIntPref(name: string, value: number): void }
  wm: {
    getMostRecentWindow(type: string): {
      document: Document
      gBrowser: { selectedTab: object; currentURI: { spec: string } }
    }
  }
}

/** A privileged page: scripts in it may use the browser's own modules. */
const SYSTEM_PAGE = 'chrome://browser/content/blanktab.html'

export interface FirefoxSystem {
  changeHosts(change: 'add' | 'remove', origins: string[]): Promise<void>
  /** Gives an optional permission, as if the person had said yes. */
  grant(permission: string): Promise<void>
  /** The extension API's number of the tab in front. */
  frontTabId(): Promise<number>
  /** The address of the tab in front. */
  frontUrl(): Promise<string>
  /** Does what the extension's key with this letter does: keys that a test presses reach the page alone. */
  pressShortcut(letter: string): Promise<void>
  /** Has every page shown in the system's colours, or in its own. */
  forceColours(forced: boolean): Promise<void>
  backgroundState(): Promise<string>
  stopBackground(): Promise<void>
}

/** What only the browser itself may do: grant sites, number tabs, stop the background. Takes `page` over. */
export async function openSystem(page: Page, geckoId: string): Promise<FirefoxSystem> {
  await loadOwnPage(page, SYSTEM_PAGE)

  const changePermissions = (change: 'add' | 'remove', permissions: Permissions) =>
    page.evaluate(
      async (id, change, permissions) => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs',
        )
        const { extension } = WebExtensionPolicy.getByID(id)
        await ExtensionPermissions[change](id, permissions, extension)
      },
      geckoId,
      change,
      permissions,
    )

  return {
    changeHosts: (change, origins) => changePermissions(change, { origins, permissions: [] }),
    grant: permission => changePermissions('add', { origins: [], permissions: [permission] }),
    frontTabId: () =>
      page.evaluate(() => {
        const { ExtensionParent } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionParent.sys.mjs',
        )
        const { selectedTab } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser
        return ExtensionParent.apiManager.global.tabTracker.getId(selectedTab)
      }),
    frontUrl: () =>
      page.evaluate(() => Services.wm.getMostRecentWindow('navigator:browser').gBrowser.currentURI.spec),
    pressShortcut: letter =>
      page.evaluate(letter => {
        const { document } = Services.wm.getMostRecentWindow('navigator:browser')
        const key = document.querySelector(`keyset[id^="ext-keyset-id"] key[key="${letter}"]`)
        if (!key) throw new Error(`no key of the extension has the letter ${letter}`)
        ;(key as Element & { doCommand(): void }).doCommand()
      }, letter),
    forceColours: forced =>
      page.evaluate(
        choice => Services.prefs.setIntPref('browser.display.document_color_use', choice),
        forced ? 2 : 1,
      ),
    backgroundState: () =>
      page.evaluate(id => WebExtensionPolicy.getByID(id).extension.backgroundState, geckoId),
    stopBackground: () =>
      page.evaluate(
        id => WebExtensionPolicy.getByID(id).extension.terminateBackground({ disableResetIdleForTest: true }),
        geckoId,
      ),
  }
}
