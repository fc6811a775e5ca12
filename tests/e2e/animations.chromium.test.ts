import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBareChromium } from './harness/bare'
import { bundleEffects, turnOn } from './harness/effects'
import { MOVING_PAGES, motionPath, WORKING_PAGES } from './harness/motion-fixtures'
import { residualMotion } from './harness/residual-motion'
import { untilStill } from './harness/settle'
import { type Site, startSite } from './harness/site'

/** Applies the effect before anything of the page is there. */
const EARLY = `effects.animations.apply(document, { animations: 1 }, new AbortController().signal)`

let site: Site
let browser: Browser
let bundle: string

beforeAll(async () => {
  ;[site, browser, bundle] = await Promise.all([startSite(), launchBareChromium(), bundleEffects()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

interface Opened {
  readonly page: Page
  /** Uncaught errors and rejections of the page. */
  readonly errors: readonly Error[]
}

async function open(name: string, when: 'early' | 'late'): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 480, height: 320 } })
  const errors: Error[] = []
  page.on('pageerror', error => errors.push(error))
  await page.addInitScript(bundle)
  if (when === 'early') await page.addInitScript(EARLY)
  await page.goto(site.url(motionPath(name)))
  return { page, errors }
}

const stillOn = (page: Page) => turnOn(page, 'animations', { animations: 1 })

const pictures = (page: Page) => () => page.screenshot({ caret: 'initial', animations: 'allow' })

const motionOf = (page: Page): Promise<number> => residualMotion(pictures(page))

const moves = async (page: Page): Promise<boolean> => (await residualMotion(pictures(page), 0)) > 0

const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async count => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
  }, count)

const titleSet = async ({ page }: Opened): Promise<string> => {
  await page.waitForFunction(() => document.title !== 'waits', undefined, { timeout: 8000 })
  return page.title()
}

describe.concurrent('a page that moves', () => {
  test.each(MOVING_PAGES)('%s is still from its start', async name => {
    const { page, errors } = await open(name, 'early')
    // What began while the page loaded rests until its own end, and only then starts what comes next.
    await frames(page, 40)
    await untilStill(pictures(page))
    expect(await motionOf(page)).toBe(0)
    expect(errors).toEqual([])
    await page.close()
  })

  test.each(MOVING_PAGES)('%s is stilled while it runs, and moves again after', async name => {
    const { page, errors } = await open(name, 'late')
    expect(await moves(page)).toBe(true)
    const turnOff = await stillOn(page)
    await untilStill(pictures(page))
    expect(await motionOf(page)).toBe(0)
    await turnOff()
    expect(await moves(page)).toBe(true)
    expect(errors).toEqual([])
    await page.close()
  })
})

describe.concurrent('a page that must go on working', () => {
  test.each(WORKING_PAGES)('%s, from its start', async name => {
    const opened = await open(name, 'early')
    expect(await titleSet(opened)).toBe('works')
    expect(opened.errors).toEqual([])
    await opened.page.close()
  })

  test.each(WORKING_PAGES)('%s, when it runs already', async name => {
    const opened = await open(name, 'late')
    await frames(opened.page, 3)
    await stillOn(opened.page)
    expect(await titleSet(opened)).toBe('works')
    expect(opened.errors).toEqual([])
    await opened.page.close()
  })
})

describe('what a person does', () => {
  test('opens a hover menu at once, with nothing else moving, and leaves the time to reach it', async () => {
    const { page } = await open('hover-menu', 'early')
    await page.hover('nav')
    await expect.poll(() => page.locator('ul').evaluate(list => getComputedStyle(list).opacity)).toBe('1')
    expect(await motionOf(page)).toBe(0)
    await page.mouse.move(400, 300)
    await frames(page, 3)
    expect(await page.locator('ul').evaluate(list => getComputedStyle(list).visibility)).toBe('visible')
    await expect
      .poll(() => page.locator('ul').evaluate(list => getComputedStyle(list).visibility))
      .toBe('hidden')
    await page.close()
  })

  test('still pauses a ticker by hovering once calm mode is off again', async () => {
    const { page } = await open('hover-paused-ticker', 'late')
    const turnOff = await stillOn(page)
    expect(await motionOf(page)).toBe(0)
    await turnOff()
    expect(await moves(page)).toBe(true)
    await page.hover('section')
    await untilStill(pictures(page))
    await page.close()
  })

  test('jumps where style asks for a smooth scroll', async () => {
    const { page } = await open('smooth-scrolling', 'early')
    await page.evaluate(() => scrollTo(0, 1500))
    expect(await page.evaluate(() => scrollY)).toBe(1500)
    await page.close()
  })

  test('finds what scrolling would reveal in its place, and the measure of reading left alone', async () => {
    const { page } = await open('scroll-driven', 'early')
    const styles = () =>
      page.evaluate(() => {
        const of = (selector: string) => getComputedStyle(document.querySelector(selector) as Element)
        return { opacity: of('.reveal').opacity, drift: of('.drift').translate, read: of('.read').scale }
      })
    await frames(page, 3)
    const atTop = await styles()
    expect(atTop).toMatchObject({ opacity: '1', drift: '0px' })
    await page.evaluate(() => scrollTo(0, 500))
    await frames(page, 3)
    const below = await styles()
    expect(below).toMatchObject({ opacity: '1', drift: '0px' })
    expect(below.read).not.toBe(atTop.read)
    await page.close()
  })

  test('scrolls backgrounds with what stands on them', async () => {
    const { page } = await open('fixed-background', 'late')
    const attachment = () =>
      page
        .locator('section')
        .first()
        .evaluate(section => getComputedStyle(section).backgroundAttachment)
    expect(await attachment()).toBe('fixed')
    const turnOff = await stillOn(page)
    expect(await attachment()).toBe('scroll')
    await turnOff()
    expect(await attachment()).toBe('fixed')
    await page.close()
  })
})

describe('rest', () => {
  test('shows exactly one slide, a blinking word and a whole ticker', async () => {
    for (const when of ['early', 'late'] as const) {
      const slides = await open('css-slideshow', when)
      const blink = await open('css-blink', when)
      const ticker = await open('css-ticker', when)
      for (const { page } of [slides, blink, ticker]) {
        if (when === 'late') await stillOn(page)
        await untilStill(pictures(page))
      }
      const opacities = await slides.page
        .locator('.slides div')
        .evaluateAll(all => all.map(slide => getComputedStyle(slide).opacity).sort())
      expect(opacities).toEqual(['0', '0', '1'])
      expect(await blink.page.locator('p').evaluate(word => getComputedStyle(word).opacity)).toBe('1')
      const offset = await ticker.page
        .locator('p')
        .evaluate(
          text => text.getBoundingClientRect().left - (text.parentElement?.getBoundingClientRect().left ?? 0),
        )
      expect(Math.abs(offset)).toBeLessThan(30)
      for (const { page } of [slides, blink, ticker]) await page.close()
    }
  })

  test('leaves calm mode its own fade', async () => {
    const { page } = await open('fixed-background', 'early')
    await page.evaluate(() => {
      document.documentElement.style.transition = 'filter 2s'
      document.documentElement.style.filter = 'brightness(1)'
    })
    await frames(page, 2)
    const ended = await page.evaluate(async () => {
      document.documentElement.style.filter = 'brightness(0.5)'
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame)
      return getComputedStyle(document.documentElement).filter === 'brightness(0.5)'
    })
    expect(ended).toBe(false)
    await page.close()
  })

  test('lets an endless animation go on from where it was', async () => {
    const { page } = await open('css-keyframes', 'late')
    const progress = () =>
      page
        .locator('.box')
        .evaluate(box => box.getAnimations()[0]?.effect?.getComputedTiming().progress ?? Number.NaN)
    const before = await progress()
    await page.evaluate(() => {
      const ending = new AbortController()
      effects.animations?.apply(document, { animations: 1 } as never, ending.signal)
      ending.abort()
    })
    expect(Math.abs((await progress()) - before)).toBeLessThan(0.5)
    expect(await page.locator('.box').evaluate(box => box.getAnimations()[0]?.playbackRate)).toBe(1)
    await page.close()
  })
})
