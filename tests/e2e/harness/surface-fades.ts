import { describe, expect, test } from 'vitest'
import { WORDS_FADE_MS } from '../../../utils/nudges/page/fade'
import type { SurfaceView } from '../../../utils/nudges/surface-view'
import {
  duration,
  greatestChange,
  type Shot,
  stepThrough,
  strayShare,
  unevenness,
  type Watched,
  watchFade,
} from './fades'
import { VIEWS } from './nudge-words'
import { meanLuminance } from './pixels'

/** A startled nervous system bears a tenth of full luminance a second. */
const MOST_A_SECOND = 0.1

/** The view in which surfaces are watched, in CSS pixels: small, because each of its pixels is. */
export const WATCHED_VIEW = { width: 480, height: 380 }

/** A page that is white on its left and black on its right: each fade is seen on both. */
export const HALF_WHITE =
  '<!doctype html><title>A page</title><body style="background:linear-gradient(90deg,white 290px,black 0)">'

/** A page whose surfaces are watched. */
interface WatchedPage extends Watched {
  /** Tells the page what to show, as the background does. */
  show(view: SurfaceView | null): Promise<unknown>
  readonly keyboard: {
    press(key: 'Tab' | 'Enter' | 'Escape'): Promise<void>
    down(key: 'Shift'): Promise<void>
    up(key: 'Shift'): Promise<void>
  }
}

/** @returns what was asked of a page; null when that failed because the page has gone. */
export function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: Error) => {
    if (/closed|no such frame|detached/.test(error.message)) return null
    throw error
  })
}

export interface WatchedBrowser {
  /** Shows `HALF_WHITE` in a window of its own, so that it is in view whatever others do. */
  openPage(): Promise<WatchedPage>
  /** The tab in which Luwte rests beside a page that lets no script in. */
  openRestTab(): Promise<Omit<WatchedPage, 'show'>>
}

/** Every surface of Luwte's: how it comes, changes and goes, in whichever browser. */
export function testSurfaceFades(browser: () => WatchedBrowser): void {
  describe('light changes by a tenth a second at most, and nothing moves', { timeout: 120_000 }, () => {
    test('as a forewarning, a nudge, its second stage and a limit come, give way to each other, and go', async () => {
      const page = await browser().openPage()
      expectSoft(await stepThrough(page, () => page.show(VIEWS.forewarning)))
      for (const view of [VIEWS.nudge, VIEWS.secondStage, VIEWS.limit]) {
        const changing = await stepThrough(page, () => page.show(view))
        // What is read goes, and then what is new comes.
        const gone = changing.findIndex(({ from }) => from >= WORDS_FADE_MS / 1000)
        expectSoft(changing.slice(0, gone + 1))
        expectSoft(changing.slice(gone))
      }
      expectSoft(await stepThrough(page, () => page.show(null)))
    })

    test('as a rest comes, is over, breathes and goes', async () => {
      const page = await browser().openPage()
      const coming = await stepThrough(page, () => page.show(VIEWS.rest))
      expectSoft(coming)
      expect(lightOf(coming.at(-1))).toBeLessThan(0.02)
      expectSoft(await stepThrough(page, () => page.show(VIEWS.restDone)))
      await breatheAlong(page)
      const breaths = await stepThrough(page, async () => {}, 19)
      expect(greatestChange(breaths)).toBeLessThan(MOST_A_SECOND / 2)
      // Were it to move, its rim would be dark while its middle is light.
      expect(unevenness(breaths)).toBeLessThan(0.1)
      expectSoft(await stepThrough(page, () => page.keyboard.press('Escape')), coming[0])
    })

    test('as a tab of its own rests, and goes', async () => {
      const tab = await browser().openRestTab()
      // It begins as a blank one, and by itself.
      await tab.step(0)
      const coming = await stepThrough(tab, async () => {})
      expect(lightOf(coming[0])).toBeGreaterThan(1 - MOST_A_SECOND)
      expectSoft(coming)
      expect(lightOf(coming.at(-1))).toBeLessThan(0.02)
      const going = await stepThrough(tab, () => tab.keyboard.press('Escape'))
      expectSoft(going)
      expect(lightOf(going.at(-1))).toBeGreaterThan(1 - MOST_A_SECOND)
    })

    test('by the clock of the browser as well', async () => {
      const pages = [await browser().openPage(), await browser().openPage()] as const
      const views = [VIEWS.nudge, VIEWS.rest]
      const fades = await Promise.all(
        pages.map((page, i) => watchFade(page, () => page.show(views[i] ?? null))),
      )
      for (const shots of fades) expectSoft(shots)
    })
  })
}

/** From Back to what stands before it. */
async function breatheAlong({ keyboard }: WatchedPage): Promise<void> {
  await keyboard.down('Shift')
  await keyboard.press('Tab')
  await keyboard.up('Shift')
  await keyboard.press('Enter')
}

/** @param as what it looks like in the end, where that is known. */
function expectSoft(shots: readonly Shot[], as?: Shot): void {
  expect(greatestChange(shots)).toBeLessThanOrEqual(MOST_A_SECOND)
  expect(duration(shots)).toBeGreaterThan(4)
  expect(strayShare(shots)).toBe(0)
  if (as) expect(lightOf(shots.at(-1))).toBe(lightOf(as))
}

const lightOf = (shot: Shot | undefined) => meanLuminance(shot?.png ?? new Uint8Array())
