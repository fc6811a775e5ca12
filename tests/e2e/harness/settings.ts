import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { ChromiumWithLuwte } from './chromium'

/** Exists inside Luwte's worker, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** Forgets everything that was set: here, and for other devices. In this order, or one would bring back the other. */
export async function forgetSettings(luwte: ChromiumWithLuwte): Promise<void> {
  await (await luwte.worker()).evaluate(async () => {
    await chrome.storage.sync.clear()
    await chrome.storage.local.remove('settings')
  })
}
