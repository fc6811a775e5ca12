import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { SurfaceMessage } from '../../../utils/nudges/messages'
import type { SurfaceView } from '../../../utils/nudges/surface-view'
import type { ChromiumWithLuwte } from './chromium'
import { WORDS } from './nudge-words'
import { sessionOf } from './session'

/** Exists inside the service worker, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** Runs the surfaces' script in every frame of a page and tells it what to show, as the background does. */
export async function showIn(
  luwte: ChromiumWithLuwte,
  page: Page,
  view: SurfaceView | null,
): Promise<unknown> {
  return tellPage(luwte, page, toShow(view))
}

/** What the background sends to a page. */
export const toShow = (view: SurfaceView | null): SurfaceMessage => ({
  name: 'pacing.surface',
  view,
  words: WORDS,
})

/** Runs the surfaces' script in every frame of a page and sends it a message. */
export async function tellPage(luwte: ChromiumWithLuwte, page: Page, message: object): Promise<unknown> {
  return tellTab(luwte, await luwte.tabId(page), message)
}

/** The same for the page in a tab, whether or not it is in front. */
export async function tellTab(luwte: ChromiumWithLuwte, tabId: number, message: object): Promise<unknown> {
  return (await luwte.worker()).evaluate(
    async ([tabId, message]) => {
      const target = { tabId, allFrames: true }
      await chrome.scripting.executeScript({ target, files: ['/nudge.js'] })
      return chrome.tabs.sendMessage(tabId, message)
    },
    [tabId, message] as const,
  )
}

export interface AxNode {
  readonly role: string
  readonly name: string
  readonly focused: boolean
  readonly backendId: number
}

/** The accessible tree of a page, closed shadow roots too, without what is ignored. */
export async function axTree(page: Page): Promise<readonly AxNode[]> {
  const { nodes } = await (await sessionOf(page)).send('Accessibility.getFullAXTree')
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties, backendDOMNodeId }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      focused: properties?.some(({ name, value }) => name === 'focused' && value.value === true) ?? false,
      backendId: backendDOMNodeId ?? 0,
    }))
}

/** Presses the middle of a button with the pointer, wherever it is. @throws when it is not there. */
export async function press(page: Page, name: string): Promise<void> {
  const node = (await axTree(page)).find(node => node.role === 'button' && node.name === name)
  if (!node) throw new Error(`no button ${name}`)
  const box = await boxOf(page, node.backendId)
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
}

export async function boxOf(page: Page, backendNodeId: number) {
  const { model } = await (await sessionOf(page)).send('DOM.getBoxModel', { backendNodeId })
  const [x = 0, y = 0] = model.border
  return { x, y, width: model.width, height: model.height }
}

/** Lets the page's animations run this many times as fast, for what is not about fades. */
export async function hasten(page: Page, times: number): Promise<void> {
  const session = await sessionOf(page)
  await session.send('Animation.enable')
  await session.send('Animation.setPlaybackRate', { playbackRate: times })
}

/** Answers and reports that reach the background from now on, in order. */
export async function collectMessages(luwte: ChromiumWithLuwte): Promise<() => Promise<readonly unknown[]>> {
  const worker = await luwte.worker()
  await worker.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(globalThis, { heard })
    chrome.runtime.onMessage.addListener((message: unknown) => {
      heard.push((message as { payload: unknown }).payload)
      return undefined
    })
  })
  return async () => worker.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard)
}

/** Waits until the accessible tree is as wanted. @throws when it is not in time, with what is there. */
export async function untilTree(
  page: Page,
  wanted: (nodes: readonly AxNode[]) => boolean,
  within = 10_000,
): Promise<readonly AxNode[]> {
  const deadline = Date.now() + within
  for (;;) {
    const nodes = await axTree(page)
    if (wanted(nodes)) return nodes
    if (Date.now() > deadline) throw new Error(nodes.map(({ role, name }) => `${role} ${name}`).join(' | '))
    await delay(50)
  }
}

/** @returns names of the buttons in the accessible tree. */
export const buttonsIn = (nodes: readonly AxNode[]): string[] =>
  nodes.filter(({ role }) => role === 'button').map(({ name }) => name)

/** @returns where the card's buttons stand: those after the page's own. */
export async function withinCard(page: Page) {
  const nodes = await axTree(page)
  const group = nodes.findIndex(({ role, name }) => role === 'group' && name === 'Luwte')
  const buttons = nodes.slice(group).filter(({ role }) => role === 'button')
  return Promise.all(buttons.map(({ backendId }) => boxOf(page, backendId)))
}
