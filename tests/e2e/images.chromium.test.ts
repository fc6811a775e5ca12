import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { turnCalmOff, turnCalmOn } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import {
  boxesOf,
  movingFigures,
  movingPictures,
  notAtFirstFrame,
  picturePage,
} from './harness/picture-fixtures'
import { type Site, SPARE_HOSTS, startSite } from './harness/site'

/** A picture is read when the page has loaded, and on a busy machine that takes its time. */
const SOON = { timeout: 20_000 }

let luwte: ChromiumWithLuwte
let site: Site
let other: string

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ viewport: { width: 720, height: 240 } })])
  other = site.onHost(site.origin, 'site-b.test').replace(/\/$/, '')
})

afterAll(() => Promise.all([luwte.close(), site.close()]))

/** Each test has a site of its own, calm from its start where the test says so. */
let sites = 0

async function open(content: string, headers: Record<string, string> = {}): Promise<Page> {
  const host = SPARE_HOSTS[sites++] as string
  return luwte.newPage(site.onHost(site.page(content, { headers }), host))
}

const moving = (page: Page) => movingFigures(page, () => luwte.picture(page))

const html = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)

const untilAllMove = (page: Page, names: readonly string[]) =>
  expect.poll(() => moving(page), SOON).toEqual(names)

/** Nothing moves, and what is seen is the first frame. */
async function untilStill(page: Page): Promise<void> {
  await expect.poll(() => moving(page), SOON).toEqual([])
  expect(await notAtFirstFrame(page, await luwte.picture(page))).toEqual([])
}

test('every kind rests at its first frame where calm mode comes late and from the start, moves again after, and asks for nothing', async () => {
  const pictures = movingPictures(other)
  const names = Object.keys(pictures)
  const unseen = site.page('never shown')
  const hidden = `<p hidden style="background:url(${new URL(unseen).pathname})"></p>`
  const page = await open(picturePage(pictures) + hidden)
  await untilAllMove(page, names)
  const [found, boxes, asked] = [await html(page), await boxesOf(page), site.totalRequests()]

  await turnCalmOn(luwte, page, 1)
  await untilStill(page)
  expect(await boxesOf(page)).toEqual(boxes)

  await turnCalmOff(luwte, page)
  await untilAllMove(page, names)
  expect(await html(page)).toBe(found)
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  expect(site.totalRequests()).toBe(asked)

  await turnCalmOn(luwte, page, 1)
  const before = site.totalRequests()
  await page.reload()
  await untilStill(page)
  expect(site.totalRequests() - before).toBe(asked)
  expect(site.requests(unseen)).toBe(0)
  await page.close()
})

test('a strict policy is not in the way, and nothing is reported to the site', async () => {
  const {
    data: _data,
    blob: _blob,
    shadow: _shadow,
    object: _object,
    embed: _embed,
    ...pictures
  } = movingPictures(other)
  const names = Object.keys(pictures)
  const page = await open(picturePage(pictures), {
    'content-security-policy': `default-src 'none'; img-src 'self' ${other}; style-src 'unsafe-inline'; report-uri /refused`,
  })
  await untilAllMove(page, names)
  await turnCalmOn(luwte, page, 1)
  await untilStill(page)
  await page.reload()
  await untilStill(page)
  await turnCalmOff(luwte, page)
  await untilAllMove(page, names)
  expect(site.requests('/refused')).toBe(0)
  await page.close()
})

test('a picture plays for who presses it or reaches it by key, and rests again', async () => {
  const link = '<a href="#here"><img src="/images/moving.gif?link"></a>'
  const page = await open(picturePage({ one: '<img src="/images/moving.gif">', two: link }))
  await turnCalmOn(luwte, page, 1)
  await untilStill(page)
  await page.locator('#one img').click()
  expect(await moving(page)).toEqual(['one'])
  await page.mouse.move(600, 200)
  await untilStill(page)
  await page.locator('a').press('Enter')
  expect(await moving(page)).toEqual(['two'])
  await page.locator('a').press('Enter')
  await untilStill(page)
  await page.close()
})

test('what comes late or is swapped rests as well, and what it was is forgotten', async () => {
  const page = await open(picturePage({ one: '<img src="/images/moving.gif">', two: '', three: '' }))
  await turnCalmOn(luwte, page, 1)
  await expect.poll(() => moving(page), SOON).toEqual([])
  await page.evaluate(() => {
    document.querySelector('#two')?.append(Object.assign(new Image(), { src: '/images/moving.webp?late' }))
    const third = document.querySelector('#three')
    if (third instanceof HTMLElement) third.style.background = 'url(/images/moving.png?late) no-repeat'
    for (const picture of document.images)
      if (picture.closest('#one')) picture.src = '/images/still.png?swapped'
  })
  await expect.poll(async () => notAtFirstFrame(page, await luwte.picture(page)), SOON).toEqual([])
  await untilStill(page)
  await page.close()
})
