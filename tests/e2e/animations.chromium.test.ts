import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBareChromium } from './harness/bare'
import { bundleEffects, turnOn } from './harness/effects'
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

async function open(path: string, when: 'early' | 'late'): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 480, height: 320 } })
  await page.addInitScript(bundle)
  if (when === 'early') await page.addInitScript(EARLY)
  await page.goto(site.url(`/${path}.html`))
  return page
}

const stillOn = (page: Page) => turnOn(page, 'animations', { animations: 1 })

const pictures = (page: Page) => () => page.screenshot({ caret: 'initial', animations: 'allow' })

const motionOf = (page: Page): Promise<number> => residualMotion(pictures(page))

const moves = async (page: Page): Promise<boolean> => (await residualMotion(pictures(page), 0)) > 0

const frames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async count => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
  }, count)

describe('what a person does', () => {
  test('opens a hover menu at once, with nothing else moving, and leaves the time to reach it', async () => {
    const page = await open('motion/hover-menu', 'early')
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
    const page = await open('corpus/declared/hover-paused-ticker', 'late')
    const turnOff = await stillOn(page)
    expect(await motionOf(page)).toBe(0)
    await turnOff()
    expect(await moves(page)).toBe(true)
    await page.hover('section')
    await untilStill(pictures(page))
    await page.close()
  })

  test('jumps where style asks for a smooth scroll', async () => {
    const page = await open('motion/smooth-scrolling', 'early')
    await page.evaluate(() => scrollTo(0, 1500))
    expect(await page.evaluate(() => scrollY)).toBe(1500)
    await page.close()
  })

  test('finds what scrolling would reveal in its place, and the measure of reading left alone', async () => {
    const page = await open('motion/scroll-driven', 'early')
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
    const page = await open('motion/fixed-background', 'late')
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
      const slides = await open('corpus/declared/css-slideshow', when)
      const blink = await open('corpus/declared/css-blink', when)
      const ticker = await open('corpus/declared/css-ticker', when)
      const padded = await open('corpus/declared/css-ticker-padded', when)
      for (const page of [slides, blink, ticker, padded]) {
        if (when === 'late') await stillOn(page)
        await untilStill(pictures(page))
      }
      const opacities = await slides
        .locator('.slides div')
        .evaluateAll(all => all.map(slide => getComputedStyle(slide).opacity).sort())
      expect(opacities).toEqual(['0', '0', '1'])
      expect(await blink.locator('p').evaluate(word => getComputedStyle(word).opacity)).toBe('1')
      const offset = await ticker
        .locator('p')
        .evaluate(
          text => text.getBoundingClientRect().left - (text.parentElement?.getBoundingClientRect().left ?? 0),
        )
      expect(Math.abs(offset)).toBeLessThan(30)
      const [start, end] = await padded.locator('p').evaluate(text => {
        const range = document.createRange()
        range.selectNodeContents(text)
        const { left, right } = range.getBoundingClientRect()
        return [left, right]
      })
      expect([Number(start) >= 0, Number(end) <= 320]).toEqual([true, true])
      for (const page of [slides, blink, ticker, padded]) await page.close()
    }
  })

  test('leaves calm mode its own fade', async () => {
    const page = await open('motion/fixed-background', 'early')
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
    const page = await open('corpus/declared/css-keyframes', 'late')
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
