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
    early: { looks: Looks[]; answersThen: number; answers: number; asked: string[] }
    /** What was there then, the thing itself. */
    slider: HTMLElement | null
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

/** What is done in the next popup before its own code is there, by the name it is stored under. */
const DO_FIRST = { acts: 'pressAndDraw', breaks: 'break' } as const

/** A popup whose own code cannot be had, beside the real one. */
const LOST = 'popup-lost.html'

/** @returns a folder with a copy of a built Luwte whose popup is watched from its beginning; the caller removes it. */
export async function watchedBuild(build: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'luwte-opening-'))
  await cp(build, folder, { recursive: true })
  const popup = join(folder, 'popup.html')
  const html = await readFile(popup, 'utf8')
  const watched = html.replace('<head>', '<head><script src="/watch.js"></script>')
  await writeFile(popup, watched)
  await writeFile(join(folder, LOST), watched.replace(/data-then="[^"]*"/, 'data-then="/chunks/lost.js"'))
  await writeFile(join(folder, 'watch.js'), `(${watchOpening})(${JSON.stringify(DO_FIRST)})`)
  return folder
}

export const removeBuild = (folder: string) => rm(folder, { recursive: true, force: true })

/** Runs in the popup ahead of all its scripts. */
function watchOpening(doFirst: typeof DO_FIRST): void {
  window.early = { looks: [], answersThen: 0, answers: 0, asked: [] }
  const { runtime } = chrome
  const send = runtime.sendMessage.bind(runtime) as (message: { name: string }) => Promise<unknown>
  Object.assign(runtime, {
    async sendMessage(message: { name: string }) {
      window.early.asked.push(message.name)
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
    const name = localStorage.getItem('doFirst')
    localStorage.removeItem('doFirst')
    if (name === doFirst.breaks) {
      Object.defineProperty(document, 'title', {
        set() {
          throw new Error('broken for the test')
        },
      })
    }
    if (name !== doFirst.acts) return
    const buttons = Array.from(document.querySelectorAll('button'))
    buttons.find(({ textContent }) => textContent === 'Stop')?.click()
    document.querySelector('summary')?.click()
    const slider = document.querySelector<HTMLInputElement>('input[type=range]')
    window.slider = slider
    if (!slider) return
    slider.focus()
    for (const value of ['2', '1']) {
      slider.value = value
      slider.dispatchEvent(new Event('input', { bubbles: true }))
    }
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

/** Until what an answer changes is drawn, and not only heard. */
const drawn = (popup: OwnPage) =>
  popup.evaluate(async () => {
    for (const _ of 'two') await new Promise(requestAnimationFrame)
  }, undefined)

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
    await drawn(popup)
    expect(await looks(popup)).toEqual(first)
    await popup.close()
  })

  test('what is done before the popup is alive, with the background asleep, counts, once', async () => {
    const { own, tabId, stopBackground, openPopup } = stage()
    const pacing = drivePacing(own, tabId)
    await pacing.press('start')
    const address = await ready(own, tabId, { level: 3, phase: 'work' })
    await own.evaluate(name => localStorage.setItem('doFirst', name), DO_FIRST.acts)
    await stopBackground()
    const popup = await openPopup(address)
    expect((await early(popup)).answersThen).toBe(0)
    await expect.poll(async () => (await pacing.state()).phase).toBe('off')
    await expect.poll(async () => (await pacing.ask('calm.state', { tabId })).level).toBe(1)
    await drawn(popup)
    const { asked } = await early(popup)
    expect(asked.filter(name => /stop|level/.test(name))).toEqual(['pacing.stop', 'calm.level'])
    const seen = await popup.evaluate(() => {
      const slider = document.querySelector<HTMLInputElement>('input[type=range]')
      return {
        same: slider !== null && slider === window.slider,
        focused: document.activeElement === slider,
        value: slider?.value,
        folds: Array.from(document.querySelectorAll('details'), ({ open }) => open),
      }
    }, undefined)
    expect(seen).toEqual({ same: true, focused: true, value: '1', folds: [true, false] })
    await pacing.ask('calm.level', { tabId, level: 3 })
    await popup.close()
  })

  test('a popup that does not come to life says so, and can be tried again', async () => {
    const { own, tabId, openPopup } = stage()
    const address = await ready(own, tabId, { level: 3, phase: 'off' })
    await own.evaluate(name => localStorage.setItem('doFirst', name), DO_FIRST.breaks)
    const popup = await openPopup(address)
    const text = () => popup.evaluate(() => document.body.innerText, undefined)
    await expect.poll(text).toMatch(/^Luwte does not answer right now[\s\S]*Try again$/)
    await popup.evaluate(() => document.querySelector('button')?.click(), undefined)
    await expect.poll(text).toContain('site-a.test')
    await popup.close()
  })

  test('a popup whose own code cannot be had says so', async () => {
    const { own, tabId, openPopup } = stage()
    const address = await ready(own, tabId, { level: 3, phase: 'off' })
    const popup = await openPopup(address.replace('popup.html', LOST))
    expect((await early(popup)).looks.length).toBeGreaterThan(0)
    await expect
      .poll(() => popup.evaluate(() => document.body.innerText, undefined))
      .toMatch(/^Luwte does not answer right now/)
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
