import { setTimeout as delay } from 'node:timers/promises'
import { decode } from 'fast-png'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SurfaceView } from '../../utils/nudges/surface-view'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { greatestChange as greatestChangeOfAPixel, unevenness, watchFor } from './harness/fades'
import { VIEWS } from './harness/nudge-words'
import { axTree, boxOf, hasten, press, showIn, untilTree } from './harness/nudges'
import { meanLuminance } from './harness/pixels'
import { type Site, startSite } from './harness/site'

/** A startled nervous system bears a tenth of full luminance a second. */
const MOST_A_SECOND = 0.1
/** For the moment at which a picture is really taken. */
const SLACK = 0.015

const EVERY_MS = 250

interface Shot {
  /** Seconds. */
  readonly at: number
  readonly png: Uint8Array
}

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

let site: Site
let luwte: ChromiumWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ viewport: { width: 640, height: 400 } })])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

/** Takes pictures of an area until it has been still for a while. */
async function watch(page: Page, area: Area): Promise<Shot[]> {
  const shots: Shot[] = []
  let still = 0
  while (still < 3000 / EVERY_MS || shots.length < 4000 / EVERY_MS) {
    const before = performance.now()
    const png = await page.screenshot({ clip: area, caret: 'initial' })
    const last = shots.at(-1)?.png
    still = last && Buffer.from(png).equals(last) ? still + 1 : 0
    shots.push({ at: (before + performance.now()) / 2000, png })
    await delay(EVERY_MS)
  }
  return shots
}

/** @returns the greatest change of light in any second, of some columns of pixels or all. */
function greatestChange(shots: readonly Shot[], columns?: readonly [number, number]): number {
  const lights = shots.map(({ at, png }) => ({ at, light: meanLuminance(png, columns) }))
  const changes = lights.map(({ at, light }, from) => {
    const later = lights.slice(from).find(other => other.at >= at + 1)
    return later ? Math.abs(later.light - light) / (later.at - at) : 0
  })
  return Math.max(...changes)
}

/** @returns how many seconds pass between the first change and the last. */
function duration(shots: readonly Shot[]): number {
  const changing = shots.filter(
    ({ png }, index) => index > 0 && !Buffer.from(png).equals(shots[index - 1]?.png ?? png),
  )
  return (changing.at(-1)?.at ?? 0) - (changing[0]?.at ?? 0)
}

/** @returns the share of pixels that go anywhere else than from the first picture towards the last: what moves. */
function movingShare(shots: readonly Shot[]): number {
  const pictures = shots.map(({ png }) => decode(png).data)
  const [first, last] = [pictures[0], pictures.at(-1)]
  if (!first || !last) throw new Error('no pictures')
  let strays = 0
  for (let at = 0; at < first.length; at++) {
    const from = first[at] ?? 0
    const to = last[at] ?? 0
    const outside = pictures.some(picture => {
      const value = picture[at] ?? 0
      return value < Math.min(from, to) - 3 || value > Math.max(from, to) + 3
    })
    if (outside) strays++
  }
  return strays / first.length
}

async function cardArea(page: Page): Promise<Area> {
  const card = (await axTree(page)).find(({ role, name }) => role === 'group' && name === 'Luwte')
  if (!card) throw new Error('no card')
  return boxOf(page, card.backendId)
}

async function open(background: string): Promise<Page> {
  return luwte.newPage(
    site.page(`<!doctype html><title>A page</title><body style="background:${background}">`),
  )
}

test('the card comes, changes its line and goes softly and in its place, on white and on black', async () => {
  // White on the left and black on the right of a line through the card: one fade is seen on both.
  const border = 452
  const page = await open(`linear-gradient(90deg,white ${border}px,black 0)`)
  await showIn(luwte, page, VIEWS.nudge)
  const area = await cardArea(page)
  const middle = border - area.x
  const expectSoft = (shots: readonly Shot[]) => {
    for (const columns of [[0, middle] as const, [middle, area.width] as const])
      expect(greatestChange(shots, columns)).toBeLessThan(MOST_A_SECOND + SLACK)
    expect(duration(shots)).toBeGreaterThan(4)
    expect(movingShare(shots)).toBe(0)
  }
  // The words are there from the start in the tree; in the picture they only gain light.
  const coming = await watch(page, area)
  expectSoft(coming)

  const second: SurfaceView = { kind: 'nudge', line: 'Still here, quietly. Now or later, both are fine.' }
  await showIn(luwte, page, second)
  expect(greatestChange(await watch(page, area))).toBeLessThan(0.02)
  expect(await cardArea(page)).toEqual(area)

  await showIn(luwte, page, null)
  const going = await watch(page, area)
  expectSoft(going)
  expect(going.at(-1)?.png).not.toEqual(coming.at(-1)?.png)
  await page.close()
}, 150_000)

test('a white page grows dark for a rest, and light again, a tenth a second at most', async () => {
  const page = await open('white')
  const area = { x: 0, y: 0, width: 640, height: 400 }
  const light = meanLuminance(await page.screenshot())
  await showIn(luwte, page, VIEWS.rest)
  const coming = await watch(page, area)
  expect(greatestChange(coming)).toBeLessThan(MOST_A_SECOND + SLACK)
  expect(movingShare(coming)).toBe(0)
  expect(meanLuminance(coming.at(-1)?.png ?? new Uint8Array())).toBeLessThan(0.02)
  await page.keyboard.press('Escape')
  const going = await watch(page, area)
  expect(greatestChange(going)).toBeLessThan(MOST_A_SECOND + SLACK)
  expect(meanLuminance(going.at(-1)?.png ?? new Uint8Array())).toBe(light)
  await page.close()
}, 120_000)

test('what breathes gains and loses light alone, and far less than a tenth a second', async () => {
  const page = await open('white')
  await hasten(page, 40)
  await showIn(luwte, page, VIEWS.rest)
  await untilTree(page, nodes => nodes.some(node => node.name === 'Back' && node.focused))
  const light = async () => meanLuminance(await page.screenshot({ caret: 'initial' }))
  await expect.poll(light, { timeout: 10_000 }).toBeLessThan(0.02)
  await hasten(page, 1)
  await press(page, 'Breathe along')
  // It comes in 8 s; then all of one breath in.
  const breaths = await watchFor(() => page.screenshot({ caret: 'initial' }), 15)
  expect(greatestChangeOfAPixel(breaths)).toBeLessThan(MOST_A_SECOND / 2)
  // Were it to move, its rim would be dark while its middle is light.
  expect(unevenness(breaths)).toBeLessThan(0.1)
  await page.close()
}, 60_000)
