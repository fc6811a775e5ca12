import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBareFirefox } from './harness/bare'
import { bundleEffects, turnOn } from './harness/effects'
import { motionPath, WORKING_PAGES } from './harness/motion-fixtures'
import { residualMotion } from './harness/residual-motion'
import { untilStill } from './harness/settle'
import { type Site, startSite } from './harness/site'

/** Applies the effect before anything of the page is there. */
const EARLY = `effects.animations.apply(document, { animations: 1 }, new AbortController().signal)`

const MOVING = [
  'css-inline-important',
  'css-pseudo-elements',
  'css-backdrop',
  'css-slideshow',
  'shadow-closed',
  'waapi-endless',
  'waapi-onfinish-loop',
  'smil-endless',
  'marquee',
  'progress-indeterminate',
]

/** Firefox sends no event there without the effect either. */
const WORKING = WORKING_PAGES.filter(name => name !== 'works-discrete-display')

let site: Site
let browser: Browser
let bundle: string

beforeAll(async () => {
  ;[site, browser, bundle] = await Promise.all([startSite(), launchBareFirefox(), bundleEffects()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(name: string, script = bundle): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width: 480, height: 320 })
  await page.evaluateOnNewDocument(script)
  await page.goto(site.url(motionPath(name)))
  return page
}

const pictures = (page: Page) => () => page.screenshot()

describe('a page that moves', () => {
  test.each(MOVING)('%s is stilled while it runs, and moves again after', async name => {
    const page = await open(name)
    expect(await residualMotion(pictures(page), 0)).toBeGreaterThan(0)
    const turnOff = await turnOn(page, 'animations', { animations: 1 })
    await untilStill(pictures(page))
    expect(await residualMotion(pictures(page))).toBe(0)
    await turnOff()
    expect(await residualMotion(pictures(page), 0)).toBeGreaterThan(0)
    await page.close()
  })
})

describe('a page that must go on working', () => {
  test.each(WORKING)('%s, from its start', async name => {
    const page = await open(name, bundle + EARLY)
    await page.waitForFunction(() => document.title !== 'waits', { timeout: 8000 })
    expect(await page.title()).toBe('works')
    await page.close()
  })
})
