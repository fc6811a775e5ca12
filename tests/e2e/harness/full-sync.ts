import type { Browser as ExtensionApi } from 'webextension-polyfill'

/** Exists where these functions run: in Luwte's worker or pages, each whole by itself. */
declare const chrome: ExtensionApi

/** Fills what the browser keeps for other devices, to the last byte. @returns whether it refused something in the end. */
export async function fillSync(): Promise<boolean> {
  const isRefused = (name: string, length: number) =>
    chrome.storage.sync.set({ [name]: 'x'.repeat(length) }).then(
      () => false,
      () => true,
    )
  let refused = false
  for (let item = 0; item < 13; item++) refused = (await isRefused(`filler${item}`, 8000)) || refused
  for (let length = 4096; length >= 1; length /= 2) {
    refused = (await isRefused(`rest${length}`, length)) || refused
  }
  return refused
}

/** Makes room again. */
export async function makeRoomInSync(): Promise<void> {
  const names = Object.keys(await chrome.storage.sync.get(null))
  await chrome.storage.sync.remove(names.filter(name => /^(filler|rest)/.test(name)))
}
