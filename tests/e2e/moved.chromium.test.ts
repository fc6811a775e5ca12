import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { turnCalmOff, turnCalmOn } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { motionWall } from './harness/motion-wall'
import { movingParts } from './harness/moving-parts'
import { type Site, startSite } from './harness/site'

const wall = motionWall('unled-motion')
const NAMES = wall.parts.map(({ name }) => name).sort()
const WORKING = readdirSync(resolve(import.meta.dirname, '../fixtures/unled-motion')).filter(name =>
  name.startsWith('works-'),
)

let site: Site
let luwte: ChromiumWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium({ viewport: wall.viewport })])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const moving = (page: Page) => movingParts(() => page.screenshot({ animations: 'allow' }), wall.parts)

test('what moves already when calm mode comes is held, and moves again when it goes', async () => {
  const errors: Error[] = []
  const page = await luwte.newPage(site.page(wall.html))
  page.on('pageerror', error => errors.push(error))
  // The two paced slides look alike until the second turn.
  await expect.poll(() => moving(page), { timeout: 40_000 }).toEqual(NAMES)
  await turnCalmOn(luwte, page)
  await expect.poll(() => moving(page), { timeout: 40_000 }).toEqual([])
  await turnCalmOff(luwte, page)
  await expect.poll(() => moving(page), { timeout: 40_000 }).toEqual(NAMES)
  expect(errors).toEqual([])
  await page.close()
}, 180_000)

test('what is moved in ways of its own goes on working', async () => {
  const frames = WORKING.map(name => `<iframe src="/unled-motion/${name}"></iframe>`)
  const page = await luwte.newPage(site.page(`<!doctype html><title>Works</title>${frames.join('')}`))
  const titles = async () =>
    Object.fromEntries(
      await Promise.all(
        page
          .frames()
          .slice(1)
          .map(async frame => [frame.url().split('/').at(-1), await frame.title()]),
      ),
    )
  await expect
    .poll(titles, { timeout: 20_000 })
    .toEqual(Object.fromEntries(WORKING.map(name => [name, 'works'])))
  await page.close()
})
