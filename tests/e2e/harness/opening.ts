import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { drivePacing } from './pacing'

/** Exists inside Luwte's pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** What a control or a line says, and where it is. */
type Looks = Record<string, unknown>

declare global {
  interface Window {
    /** What was there before the popup's own code was, and how often the background had answered by then. */
    early: { looks: Looks[]; answersThen: number; answers: number }
    lookAtPopup(): Looks[]
  }
}

/** One of Luwte's own pages, in whichever browser. */
interface OwnPage {
  evaluate<A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R>
  close(): Promise<void>
}

/** A browser with a page in front, and Luwte in it as `watchedBuild` makes it. */
export interface OpeningStage {
  /** Any of Luwte's pages but the popup. */
  readonly own: OwnPage
  readonly tabId: number
  stopBackground(): Promise<void>
  openPopup(address: string): Promise<OwnPage>
}

const PRESS_FIRST = 'pressFirst'

/** @returns a folder with a copy of a built Luwte whose popup is watched from its beginning; the caller removes it. */
export async function watchedBuild(build: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luwte-opening-'))
  await cp(build, folder, { recursive: true })
  const popup = join(folder, 'popup.html')
  const html = await readFile(popup, 'utf8')
  await writeFile(popup, html.replace('<head>', '<head><script src="/watch.js"></script>'))
  await writeFile(join(folder, 'watch.js'), `(${watchOpening})('${PRESS_FIRST}')`)
  return folder
}

export const removeBuild = (folder: string) => rm(folder, { recursive: true, force: true })

/** Runs in the popup ahead of all its scripts. */
function watchOpening(pressFirst: string): void {
  window.early = { looks: [], answersThen: 0, answers: 0 }
  const { runtime } = chrome
  const send = runtime.sendMessage.bind(runtime) as (message: unknown) => Promise<unknown>
  Object.assign(runtime, {
    async sendMessage(message: unknown) {
      const answer = await send(message)
      window.early.answers++
      return answer
    },
  })
  // But for what is folded away, which is made later.
  const SEEN = ':is(h1, h2, p, a, input, button, .words):not(details *), summary'
  window.lookAtPopup = () =>
    Array.from(document.querySelectorAll(SEEN), element => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const { checked, value, disabled } = element as HTMLInputElement
      const states = ['aria-disabled', 'aria-pressed', 'aria-valuetext'].map(name =>
        element.getAttribute(name),
      )
      const text = element.localName === 'input' ? null : element.textContent
      return { text, states, place: [x, y, width, height], checked, value, disabled }
    })
  // Scripts that are deferred have run by then; the one that brings the popup to life waits for its first picture.
  document.addEventListener('DOMContentLoaded', () => {
    Object.assign(window.early, { looks: window.lookAtPopup(), answersThen: window.early.answers })
    const name = localStorage.getItem(pressFirst)
    localStorage.removeItem(pressFirst)
    const buttons = Array.from(document.querySelectorAll<HTMLElement>('button, [role=switch]'))
    if (name) buttons.find(button => (button.ariaLabel ?? button.textContent) === name)?.click()
  })
}

/** @returns the address that the browser would open for a press on the icon in front of that tab. */
const addressOf = (own: OwnPage, tabId: number) =>
  own.evaluate(tabId => chrome.action.getPopup({ tabId }), tabId)

/** The state in the address, as the background has put it there. */
async function ready(own: OwnPage, tabId: number, wanted: { level: number; phase: string }): Promise<string> {
  let address = ''
  await expect
    .poll(async () => {
      address = await addressOf(own, tabId)
      const view = JSON.parse(decodeURIComponent(address.split('#')[1] ?? '') || '{}')
      return { level: view.calm?.level, phase: view.pacing?.phase }
    })
    .toEqual(wanted)
  return address
}

/** What holds for the opening of the popup in every browser. */
export function testOpening(stage: () => OpeningStage): void {
  const early = (popup: OwnPage) => popup.evaluate(() => window.early, undefined)
  const looks = (popup: OwnPage) => popup.evaluate(() => window.lookAtPopup(), undefined)

  test('the popup shows what is true before anybody has answered, and nothing moves when it is confirmed', async () => {
    const { own, tabId, stopBackground, openPopup } = stage()
    const pacing = drivePacing(own, tabId)
    await pacing.ask('calm.level', { tabId, level: 3 })
    await pacing.press('start')
    const address = await ready(own, tabId, { level: 3, phase: 'work' })
    await stopBackground()
    const popup = await openPopup(address)
    const { looks: first, answersThen } = await early(popup)
    expect(answersThen).toBe(0)
    const said = first.map(({ text }) => text)
    expect(said).toEqual(expect.arrayContaining(['site-a.test', 'Stop', 'Settings', 'A block is under way.']))
    expect(first.filter(({ checked }) => checked).length).toBeGreaterThan(1)
    expect(first.find(({ value }) => value === '3')?.states).toContain('Much calmer')

    await expect.poll(async () => (await early(popup)).answers).toBeGreaterThanOrEqual(3)
    expect(await looks(popup)).toEqual(first)
    await popup.close()
  })

  test('what is pressed before the popup is alive, with the background asleep, is done', async () => {
    const { own, tabId, stopBackground, openPopup } = stage()
    const pacing = drivePacing(own, tabId)
    await pacing.press('start')
    const address = await ready(own, tabId, { level: 3, phase: 'work' })
    await own.evaluate(key => localStorage.setItem(key, 'Stop'), PRESS_FIRST)
    await stopBackground()
    const popup = await openPopup(address)
    expect((await early(popup)).answersThen).toBe(0)
    await expect.poll(async () => (await pacing.state()).phase).toBe('off')
    await popup.close()
  })

  test('an address that is damaged, or of another version, is not believed: the popup asks', async () => {
    const { own, tabId, openPopup } = stage()
    const address = await ready(own, tabId, { level: 3, phase: 'off' })
    const older = address.replace(/format%22%3A\d/, 'format%22%3A0')
    expect(older).not.toBe(address)
    for (const unusable of [address.slice(0, -40), older]) {
      const popup = await openPopup(unusable)
      expect((await early(popup)).looks).toEqual([])
      await expect.poll(async () => (await looks(popup)).map(({ value }) => value)).toContain('3')
      await popup.close()
    }
  })
}
