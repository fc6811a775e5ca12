import { type Browser, browser } from 'wxt/browser'
import type { ScriptPublicPath } from 'wxt/utils/inject-script'
import type { CalmSettings } from '../calm-settings'
import type { ShowMessage } from '../content/connection'
import { withDusk } from '../evening'
import type { CalmOptions } from '../options'
import { type PartName, partFile } from '../parts'
import { hostOf, inForce } from '../sites'
import { PAGE_WORLD_SCRIPT, scriptFiles } from '../value-files'
import { currentDusk } from './dusk'
import { isSuspended } from './suspension'

/** @returns what a tab's page shows: null where neither calm mode nor the evening has come, or both were sent away. */
export async function shownIn(
  settings: CalmSettings,
  tabId: number,
  url?: string,
): Promise<CalmOptions | null> {
  const host = hostOf(url)
  if (host === null || (await isSuspended(tabId))) return null
  const { on, options } = inForce(settings, host)
  return withDusk(on ? options : null, await currentDusk())
}

/** @returns whether calm mode itself acts on a tab's page. */
export async function isCalm(settings: CalmSettings, tabId: number, url?: string): Promise<boolean> {
  const host = hostOf(url)
  return host !== null && inForce(settings, host).on && !(await isSuspended(tabId))
}

/** Brings one open tab to its options, all frames of it. A page that was never calm and stays so gets nothing. */
export async function showInTab(tabId: number, options: CalmOptions | null, gently: boolean): Promise<void> {
  const message: ShowMessage = { name: 'calm.show', options, gently }
  // Others of Luwte's scripts, and frames, may listen where the page itself was never calm: only an answer counts.
  const answer: unknown = await browser.tabs.sendMessage(tabId, message).catch(() => null)
  if (answer !== true && options) await inject({ tabId, allFrames: true }, options)
}

/** Brings every open tab to the settings. */
export async function showInAllTabs(settings: CalmSettings): Promise<void> {
  const tabs = await browser.tabs.query({})
  await Promise.all(
    tabs.map(async ({ id, url, discarded }) => {
      if (id === undefined || discarded) return
      await showInTab(id, await shownIn(settings, id, url), true)
    }),
  )
}

/**
 * A frame of a calm page whose own site has no script registered gets the page's values as soon as it is there.
 * Frames of one site in pages of another ask for themselves.
 */
export async function showInFrame(
  settings: CalmSettings,
  tabId: number,
  frameId: number,
  url: string,
): Promise<void> {
  const host = hostOf(url)
  if (host !== null && (inForce(settings, host).on || (await currentDusk()) > 0)) return
  const tab = await browser.tabs.get(tabId)
  const options = await shownIn(settings, tabId, tab.url)
  if (options) await inject({ tabId, frameIds: [frameId] }, options)
}

/**
 * Runs calm mode's other half in a frame that is open already, in the world of the page's own scripts.
 * @returns the word that it awaits; null when it did not come.
 */
export async function enterPageWorld(tabId: number, frameId: number): Promise<string | null> {
  const word = await run({ tabId, frameIds: [frameId] }, [PAGE_WORLD_SCRIPT], 'MAIN')
  return typeof word === 'string' ? word : null
}

/** Gives a frame that is open already a part of calm mode. */
export async function bringPart(tabId: number, frameId: number, part: PartName): Promise<void> {
  await run({ tabId, frameIds: [frameId] }, [partFile(part)])
}

type Target = Browser.scripting.InjectionTarget

/** Runs calm mode in frames that are open already. */
const inject = (target: Target, options: CalmOptions) => run(target, scriptFiles(options))

/** Where the browser lets no script in, nothing happens. @returns what the last script answers in the first frame. */
async function run(target: Target, scripts: string[], world?: 'MAIN'): Promise<unknown> {
  // WXT's type holds the files it finds on disk; the build makes some more.
  const files = scripts as ScriptPublicPath[]
  const results = await browser.scripting
    .executeScript({ target, files, injectImmediately: true, ...(world && { world }) })
    .catch(() => [])
  return results[0]?.result
}
