import { browser } from 'wxt/browser'

/**
 * Opens the welcome page after installing, once: an update interrupts nobody. Call it at the top level of the
 * background.
 */
export function welcomeOnce(): void {
  // End-to-end tests open it themselves, or it would stand in front of their pages.
  if (import.meta.env.MODE === 'e2e') return
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
  })
}
