import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './harness/corpus/chromium'
import { movingPictures, notAtFirstFrame, picturePage } from './harness/picture-fixtures'
import { expectPlayedOnRequest, openPictureStage, type PictureStage, SOON } from './harness/picture-stage'

let stage: PictureStage

beforeAll(async () => {
  stage = await openPictureStage(openChromium)
})
afterAll(() => stage?.close())

test('every kind rests at its first frame where calm mode comes late and from the start, moves again after, and asks for nothing', async () => {
  const { site, other } = stage
  const pictures = movingPictures(other)
  const names = Object.keys(pictures)
  const unseen = site.page('never shown')
  const hidden = `<p hidden style="background:url(${new URL(unseen).pathname})"></p>`
  const page = await stage.open(picturePage(pictures) + hidden)
  await page.untilAllMove(names)
  const [found, boxes, asked] = [await page.html(), await page.boxes(), site.totalRequests()]

  await page.calm(true)
  await page.untilStill()
  expect(await page.boxes()).toEqual(boxes)

  await page.calm(false)
  await page.untilAllMove(names)
  expect(await page.html()).toBe(found)
  expect(await page.evaluate('document.getAnimations().length')).toBe(0)
  expect(site.totalRequests()).toBe(asked)

  await page.calm(true)
  const before = site.totalRequests()
  await page.reload()
  await page.untilStill()
  expect(site.totalRequests() - before).toBe(asked)
  expect(site.requests(unseen)).toBe(0)
  await page.close()
})

test('a strict policy is not in the way, and nothing is reported to the site', async () => {
  const { site, other } = stage
  const {
    data: _data,
    blob: _blob,
    shadow: _shadow,
    object: _object,
    embed: _embed,
    ...pictures
  } = movingPictures(other)
  const names = Object.keys(pictures)
  const page = await stage.open(picturePage(pictures), {
    'content-security-policy': `default-src 'none'; img-src 'self' ${other}; style-src 'unsafe-inline'; report-uri /refused`,
  })
  await page.untilAllMove(names)
  await page.calm(true)
  await page.untilStill()
  await page.reload()
  await page.untilStill()
  await page.calm(false)
  await page.untilAllMove(names)
  expect(site.requests('/refused')).toBe(0)
  await page.close()
})

test('a picture plays for who presses it or reaches it by key, and rests again', () =>
  expectPlayedOnRequest(stage))

test('what comes late or is swapped rests as well, and what it was is forgotten', async () => {
  const slow = stage.site.page(readFileSync('tests/fixtures/images/moving.gif'), {
    delayMs: 500,
    headers: { 'content-type': 'image/gif' },
  })
  const named = `<style>.late{background:url(${new URL(slow).pathname}) no-repeat}</style>`
  const page = await stage.open(
    picturePage({ one: '<img src="/images/moving.gif">', two: '', three: '', four: named }),
  )
  await page.calm(true)
  await expect.poll(() => page.moving(), SOON).toEqual([])
  // A name brings it from a style sheet, and it takes its time. A picture taken at once would have the driver, who is a
  // stranger too, ask for the style first: of what is then loaded Chromium tells nobody.
  await page.evaluate(`new Promise(painted => {
    document.querySelector('#four').className = 'late'
    requestAnimationFrame(() => requestAnimationFrame(painted))
  })`)
  await expect
    .poll(async () => (await notAtFirstFrame(page, await page.picture())).includes('four'), SOON)
    .toBe(false)
  await expect.poll(() => page.moving(), SOON).toEqual([])
  await page.evaluate(`
    document.querySelector('#two').append(Object.assign(new Image(), { src: '/images/moving.webp?late' }))
    document.querySelector('#three').style.background = 'url(/images/moving.png?late) no-repeat'
    document.querySelector('#one img').src = '/images/still.png?swapped'`)
  await expect.poll(async () => notAtFirstFrame(page, await page.picture()), SOON).toEqual([])
  await page.untilStill()
  await page.close()
})
