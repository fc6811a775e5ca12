import type { Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { articlePage, type Script } from './harness/articles'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { HOSTILE } from './harness/hostile'
import { openReaderFor, press, readThrough, shown, visibleTabs } from './harness/reader'
import { forgetSettings } from './harness/settings'
import { type Site, startSite } from './harness/site'

/** Exists in the extension's own pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** With time for a slow machine. */
const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 15_000 })

let site: Site
let luwte: ChromiumWithLuwte
let page: Page
let reader: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
})
afterEach(async () => {
  await forgetSettings(luwte)
  // One stays, or the browser would end.
  const [, ...pages] = luwte?.context.pages() ?? []
  await Promise.all(pages.map(open => open.close()))
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

async function read(html: string): Promise<void> {
  page = await luwte.newPage(site.onHost(site.page(html), 'site-a.test'))
  reader = await openReaderFor(luwte, page)
}

const button = (name: string) => reader.getByRole('button', { name, exact: true })

const inFront = (page: Page) => eventually(() => visibleTabs(luwte)).toContain(page.url())

async function change(act: () => Promise<void>): Promise<void> {
  await button('Change').click()
  await act()
  await button('Change').click()
}

describe('portions', () => {
  test.each(['en', 'ar', 'zh', 'ja', 'mn'] as Script[])(
    'put together are the article, fit the screen, and end with a sentence: %s',
    async script => {
      await read(articlePage(script))
      const { portions, excess } = await readThrough(reader)
      await change(() => reader.getByLabel('In portions').click())
      expect(portions.length).toBeGreaterThan(2)
      expect(portions.join('')).toBe(await shown(reader))
      expect(excess).toBe(0)
      for (const portion of portions) expect(portion).toMatch(/([.!?。！？؟᠃]|\[1\]|lee=wind-3)$/)
      await change(() => reader.getByLabel('In portions').click())
    },
  )

  test('of vertical text run as on the page, begin at its edge, and what is too large is moved through by key', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `<tr><td>${row} 風</td></tr>`).join('')
    await read(articlePage('ja', 3, `<table>${rows}</table>`))
    const edge = () =>
      reader.evaluate(() => {
        const place = document.querySelector('main')
        const text = document.querySelector('.article > div')
        if (!place || !text) throw new Error('nothing is shown')
        const { writingMode } = getComputedStyle(text)
        const gap = place.getBoundingClientRect().right - text.getBoundingClientRect().right
        return { writingMode, gap: Math.round(gap), scrolled: Math.round(Math.abs(place.scrollLeft)) }
      })
    const first = await edge()
    expect(first).toMatchObject({ writingMode: 'vertical-rl', scrolled: 0 })
    expect(first.gap).toBeLessThan(40)
    const isTable = async () => (await shown(reader)).includes('59風')
    while (!(await isTable())) await press(reader, 'ArrowLeft')
    expect(await edge()).toMatchObject({ gap: first.gap, scrolled: 0 })
    await press(reader, 'ArrowLeft')
    expect((await edge()).scrolled).toBeGreaterThan(300)
    expect(await isTable()).toBe(true)
    await press(reader, 'ArrowRight')
    expect((await edge()).scrolled).toBe(0)
  })

  test('say nothing in numbers until asked, and offer a rest where a block is full', async () => {
    page = await luwte.newPage(site.page(articlePage('en', 60)))
    const own = await luwte.openExtensionPage('popup.html')
    await own.evaluate(
      tabId => chrome.runtime.sendMessage({ name: 'pacing.preset', payload: { tabId, energy: 'veryLow' } }),
      await luwte.tabId(page),
    )
    await own.close()
    reader = await openReaderFor(luwte, page)
    const said = () => reader.getByRole('status').innerText()
    expect(await said()).not.toMatch(/\d/)
    let rests = 0
    for (let step = 0; step < 14; step++) {
      if ((await said()).includes('A good place to rest.')) rests++
      await press(reader, 'Space')
    }
    expect(rests).toBeGreaterThan(0)
    await change(() => reader.getByLabel('Say how far I am').click())
    expect(await said()).toMatch(/^.*Part 15 of \d+$/s)
  })
})

describe('what a page brings', () => {
  test('is inert: nothing runs, loads, submits, frames or styles', async () => {
    page = await luwte.newPage(site.page(articlePage('en', 12, HOSTILE)))
    const asked = site.totalRequests()
    const outside: string[] = []
    const listen = (request: Request) => {
      if (/^(https?|wss?|ftp):/.test(request.url())) outside.push(request.url())
    }
    luwte.context.on('request', listen)
    reader = await openReaderFor(luwte, page)
    await change(() => reader.getByLabel('In portions').click())
    expect(await shown(reader)).toContain('Safewordsstay.')
    const left = await reader.evaluate(() => {
      const article = document.querySelector('article')
      const all = Array.from(article?.querySelectorAll('*') ?? [])
      const acts = all.flatMap(({ attributes }) =>
        Array.from(attributes, ({ name, value }) => `${name}=${value}`).filter(text =>
          /^(on|style=|srcset|action|formaction|src=(?!data:)|.*javascript:)/i.test(text),
        ),
      )
      const names = all.map(({ localName }) => localName)
      const alien =
        /^(script|style|iframe|object|embed|form|input|button|meta|base|link|svg|template|video|audio)$/
      return { acts, alien: names.filter(name => alien.test(name)), bad: 'bad' in window }
    })
    expect(left).toEqual({ acts: [], alien: [], bad: false })
    expect(await reader.evaluate(() => document.body.localName)).toBe('body')
    // What is left of them does nothing when it is pressed either.
    for (const link of await reader.locator('article a:not([href^="http"])').all())
      await link.dispatchEvent('click')
    expect(await reader.evaluate(() => 'bad' in window)).toBe(false)
    luwte.context.off('request', listen)
    expect({ asked: site.totalRequests(), outside }).toEqual({ asked, outside: [] })
    expect(reader.url()).toMatch(/^chrome-extension:.*reader\.html/)
    await change(() => reader.getByLabel('In portions').click())
  })

  test('is whole: notes, tables, formulas, ruby, and pictures without a request', async () => {
    const dot = site.url('/demo/banner.gif')
    // Of another site, which lets no script have their pixels; and one that the page has not loaded.
    const far = site.onOtherOrigin(dot)
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>'
    const drawing = site.onOtherOrigin(site.page(svg, { headers: { 'content-type': 'image/svg+xml' } }))
    const inside = `<p>A note<sup id="r1"><a href="#n1">1</a></sup> stands here, and <ruby>漢<rt>kan</rt></ruby>.</p>
      <p>Then <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow><annotation encoding="application/x-tex">x=2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x=2</span></span> holds.</p>
      <figure><img src="${dot}" alt="A wave"><figcaption>A wave by the sea.</figcaption></figure>
      <p><img src="${far}" alt="From elsewhere"> and <img src="${drawing}" alt="Drawn elsewhere"> and
      <img src="${site.url('/never.png')}" alt="Not there"> are of other sites.</p>
      <ol><li id="n1">The note itself, which is long enough to be read. <a href="#r1">↩</a></li></ol>`
    page = await luwte.newPage(site.page(articlePage('en', 12, inside)))
    const asked = site.totalRequests()
    reader = await openReaderFor(luwte, page)
    await change(() => reader.getByLabel('In portions').click())
    for (const alt of ['A wave', 'From elsewhere', 'Drawn elsewhere'])
      await reader.locator(`article img[alt="${alt}"][src^="data:image/"]`).waitFor()
    expect(await reader.locator('article a.picture-link').allInnerTexts()).toEqual([
      'Open the picture: Not there',
    ])
    expect(await reader.locator('article img:not([src])').count()).toBe(0)
    expect(site.totalRequests()).toBe(asked)
    const text = await shown(reader)
    expect(text).toContain('Thenx=2holds.')
    expect(text).toContain('漢kan')
    expect(text.match(/x=2/g)).toHaveLength(1)
    expect(await reader.locator('article math mi').count()).toBe(1)
    await change(() => reader.getByLabel('In portions').click())
    while ((await reader.locator('article sup a').count()) === 0) await press(reader, 'PageDown')
    const before = await shown(reader)
    await reader.locator('article sup a').click()
    await eventually(() => shown(reader)).toContain('Thenoteitself')
    await button('Back to where you read').click()
    expect(await shown(reader)).toBe(before)
  })

  test('is called as on the page, whatever the tab calls out', async () => {
    const calling = '<title>(1) Do not go!</title>'
    await read(articlePage('en').replace(/<title>.*<\/title>/, calling))
    expect(await reader.locator('.article h1').allTextContents()).toEqual(['Behind the dune'])
    expect(await reader.title()).toBe('Behind the dune')
  })
})

describe('the place', () => {
  test('is kept between page and reader, by the text in view', async () => {
    await read(articlePage('en', 40))
    for (let step = 0; step < 4; step++) await press(reader, 'Space')
    const start = (await shown(reader)).slice(0, 20)
    await button('To the page').click()
    await inFront(page)
    await eventually(() =>
      page.evaluate(() => {
        const eyes = document.caretPositionFromPoint(innerWidth / 2, innerHeight * 0.22)?.offsetNode
        return eyes?.parentElement?.closest('p')?.textContent?.replace(/\s+/g, '') ?? ''
      }),
    ).toContain(start)
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
    const popup = await luwte.openPopupFor(page)
    await popup.getByRole('button', { name: 'Read calmly' }).click()
    await inFront(reader)
    await eventually(async () => Number((await shown(reader)).match(/\d+/)?.[0])).toBeGreaterThan(150)
    expect(luwte.context.pages().filter(other => other.url().includes('reader.html'))).toHaveLength(1)
  })

  test('is remembered without its address or words, and offered softly after the background was stopped', async () => {
    await read(articlePage('en', 30))
    await press(reader, 'Space')
    await press(reader, 'Space')
    const left = await shown(reader)
    const kept = () =>
      reader.evaluate(async () => JSON.stringify(await chrome.storage.local.get('reader:places')))
    await eventually(kept).toContain('article')
    expect(await kept()).not.toMatch(/site-a|wind|http/)
    await reader.close()
    await luwte.stopWorker()
    reader = await openReaderFor(luwte, page)
    await reader.getByText('You were here.').waitFor()
    expect(await shown(reader)).not.toBe(left)
    await button('Go on from there').click()
    await eventually(() => shown(reader)).toBe(left)
    await change(() => button('Forget where I was, in every article').click())
    expect(await kept()).not.toContain('article')
  })
})
