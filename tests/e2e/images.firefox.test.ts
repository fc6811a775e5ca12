import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFirefox } from './harness/corpus/firefox'
import { movingPictures, picturePage } from './harness/picture-fixtures'
import { expectPlayedOnRequest, openPictureStage, type PictureStage } from './harness/picture-stage'

/** An animated mark gives way to a plain one. */
const PLAIN = ['marker']

let stage: PictureStage

beforeAll(async () => {
  stage = await openPictureStage(openFirefox)
})
afterAll(() => stage?.close())

test('every kind rests at its first frame, under a strict policy, and moves again after', async () => {
  const { site, other } = stage
  const { data: _, ...pictures } = movingPictures(other)
  const names = Object.keys(pictures)
  const unseen = site.page('never shown')
  const hidden = `<p hidden style="background:url(${new URL(unseen).pathname})"></p>`
  const page = await stage.open(picturePage(pictures) + hidden, {
    'content-security-policy': `default-src 'none'; img-src 'self' blob: ${other}; object-src 'self' ${other}; connect-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'`,
  })
  await page.untilAllMove(names)
  const [found, boxes, asked] = [await page.html(), await page.boxes(), site.totalRequests()]

  await page.calm(true)
  await page.untilStill(PLAIN)
  expect(site.totalRequests()).toBe(asked)

  await page.calm(false)
  await page.untilAllMove(names)
  expect([await page.html(), await page.boxes()]).toEqual([found, boxes])
  expect(site.totalRequests()).toBe(asked)
  expect(site.requests(unseen)).toBe(0)
  await page.close()
})

test('a picture plays for who presses it or reaches it by key, and rests again', () =>
  expectPlayedOnRequest(stage))
