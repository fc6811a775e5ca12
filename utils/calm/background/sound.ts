import { browser } from 'wxt/browser'

/** Kept for each tab that calm mode has muted: no other is ever given its sound back. Forgotten with the browser. */
const keyOf = (tabId: number) => `muted:${tabId}`

/** Mutes a tab, or gives it back the sound that was taken here. A tab that the person has muted stays as it is. */
export async function muteTab(tabId: number, mute: boolean): Promise<void> {
  if ((await wasMuted(tabId)) === mute) return
  const { mutedInfo } = await browser.tabs.get(tabId)
  if (mute && mutedInfo?.muted) return
  await browser.tabs.update(tabId, { muted: mute })
  if (mute) await browser.storage.session.set({ [keyOf(tabId)]: true })
  else await browser.storage.session.remove(keyOf(tabId))
}

/** @returns whether a tab makes no sound because calm mode has muted it. */
export async function isMuted(tabId: number): Promise<boolean> {
  return (await wasMuted(tabId)) && (await browser.tabs.get(tabId)).mutedInfo?.muted === true
}

async function wasMuted(tabId: number): Promise<boolean> {
  return keyOf(tabId) in (await browser.storage.session.get(keyOf(tabId)))
}
