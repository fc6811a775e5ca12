import { browser } from 'wxt/browser'
import type { Obstacle } from '../page-state'
import { hostOf } from '../sites'

/** Sites that browsers keep for themselves, whatever access an extension has. */
const BROWSER_SITES = [
  'chromewebstore.google.com',
  'addons.mozilla.org',
  'accounts.firefox.com',
  'support.mozilla.org',
  'discovery.addons.mozilla.org',
]

/** @returns why calm mode can do nothing on a page; null where it can. */
export async function obstacleAt(url: string | undefined): Promise<Obstacle | null> {
  const host = hostOf(url)
  if (url === undefined || host === null || BROWSER_SITES.includes(host)) return 'browserPage'
  if (url.startsWith('https://chrome.google.com/webstore')) return 'browserPage'
  if (url.startsWith('file:')) {
    return (await browser.extension.isAllowedFileSchemeAccess()) ? null : 'fileAccess'
  }
  const granted = await browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] })
  return granted ? null : 'noAccess'
}
