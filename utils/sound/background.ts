import { browser } from 'wxt/browser'
import { playTone } from './play'

/** What `browser` does not know of: Chrome's documents that nobody sees. */
declare const chrome: {
  readonly offscreen: {
    createDocument(given: { url: string; reasons: string[]; justification: string }): Promise<void>
  }
}

/**
 * Plays the soft sound once, for who has chosen it. Never in a page: the page could tell, its tab would be shown as one
 * that can be heard, and two windows would sound twice. A worker in Chrome has no sound; Firefox's background is a page.
 */
export async function playSoftly(): Promise<void> {
  if (import.meta.env.FIREFOX) return playTone()
  const url = browser.runtime.getURL('/sound.html')
  // While one is there, it sounds already.
  await chrome.offscreen
    .createDocument({
      url,
      reasons: ['AUDIO_PLAYBACK'],
      justification: 'a soft sound, which the person has chosen',
    })
    .catch(() => undefined)
}
