import type { Request } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { articlePage, type Script } from './harness/articles'
import { HOSTILE } from './harness/hostile'
import { press, readThrough, shown } from './harness/reader'
import { eventually, readerStage } from './harness/reader-stage'

/** Exists in the extension's own pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

const stage = readerStage()

describe('portions', () => {
  test.each(['en', 'ar', 'zh', 'ja', 'mn'] as Script[])(
    'put together are the article, fit the screen, and end with a sentence: %s',
    async script => {
      await stage.read(articlePage(script))
      const { portions, excess } = await readThrough(stage.reader)
      await stage.change(() => stage.reader.getByLabel('In portions').click())
      expect(portions.length).toBeGreaterThan(2)
      expect(portions.join('')).toBe(await shown(stage.reader))
      expect(excess).toBe(0)
      for (const portion of portions) expect(portion).toMatch(/([.!?。！？؟᠃]|\[1\]|lee=wind-3)$/)
      await stage.change(() => stage.reader.getByLabel('In portions').click())
    },
  )

  test('of vertical text run as on the page, begin at its edge, and what is too large is moved through by key', async () => {
    const rows = Array.from({ length: 60 }, (_, row) => `<tr><td>${row} 風</td></tr>`).join('')
    await stage.read(articlePage('ja', 3, `<table>${rows}</table>`))
    const edge = () =>
      stage.reader.evaluate(() => {
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
    const isTable = async () => (await shown(stage.reader)).includes('59風')
    while (!(await isTable())) await press(stage.reader, 'ArrowLeft')
    expect(await edge()).toMatchObject({ gap: first.gap, scrolled: 0 })
    await press(stage.reader, 'ArrowLeft')
    expect((await edge()).scrolled).toBeGreaterThan(300)
    expect(await isTable()).toBe(true)
    await press(stage.reader, 'ArrowRight')
    expect((await edge()).scrolled).toBe(0)
  })

  test('say nothing in numbers until asked, and offer a rest where a block is full', async () => {
    stage.page = await stage.luwte.newPage(stage.site.page(articlePage('en', 60)))
    const own = await stage.luwte.openExtensionPage('popup.html')
    await own.evaluate(
      tabId => chrome.runtime.sendMessage({ name: 'pacing.preset', payload: { tabId, energy: 'veryLow' } }),
      await stage.luwte.tabId(stage.page),
    )
    await own.close()
    await stage.openReader()
    const said = () => stage.reader.getByRole('status').innerText()
    expect(await said()).not.toMatch(/\d/)
    let rests = 0
    for (let step = 0; step < 14; step++) {
      if ((await said()).includes('A good place to rest.')) rests++
      await press(stage.reader, 'Space')
    }
    expect(rests).toBeGreaterThan(0)
    await stage.change(() => stage.reader.getByLabel('Say how far I am').click())
    expect(await said()).toMatch(/^.*Part 15 of \d+$/s)
  })
})

describe('what a page brings', () => {
  test('is inert: nothing runs, loads, submits, frames or styles', async () => {
    stage.page = await stage.luwte.newPage(stage.site.page(articlePage('en', 12, HOSTILE)))
    const asked = stage.site.totalRequests()
    const outside: string[] = []
    const listen = (request: Request) => {
      if (/^(https?|wss?|ftp):/.test(request.url())) outside.push(request.url())
    }
    stage.luwte.context.on('request', listen)
    await stage.openReader()
    await stage.change(() => stage.reader.getByLabel('In portions').click())
    expect(await shown(stage.reader)).toContain('Safewordsstay.')
    const left = await stage.reader.evaluate(() => {
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
    expect(await stage.reader.evaluate(() => document.body.localName)).toBe('body')
    // What is left of them does nothing when it is pressed either.
    for (const link of await stage.reader.locator('article a:not([href^="http"])').all())
      await link.dispatchEvent('click')
    expect(await stage.reader.evaluate(() => 'bad' in window)).toBe(false)
    stage.luwte.context.off('request', listen)
    expect({ asked: stage.site.totalRequests(), outside }).toEqual({ asked, outside: [] })
    expect(stage.reader.url()).toMatch(/^chrome-extension:.*reader\.html/)
    await stage.change(() => stage.reader.getByLabel('In portions').click())
  })

  test('is whole: notes, tables, formulas, ruby, and pictures without a request', async () => {
    const dot = stage.site.url('/demo/banner.gif')
    // Of another site, which lets no script have their pixels; and one that the page has not loaded.
    const far = stage.site.onOtherOrigin(dot)
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>'
    const drawing = stage.site.onOtherOrigin(
      stage.site.page(svg, { headers: { 'content-type': 'image/svg+xml' } }),
    )
    const inside = `<p>A note<sup id="r1"><a href="#n1">1</a></sup> stands here, and <ruby>漢<rt>kan</rt></ruby>.</p>
      <p>Then <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>x</mi><mo>=</mo><mn>2</mn></mrow><annotation encoding="application/x-tex">x=2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x=2</span></span> holds.</p>
      <figure><img src="${dot}" alt="A wave"><figcaption>A wave by the sea.</figcaption></figure>
      <p><img src="${far}" alt="From elsewhere"> and <img src="${drawing}" alt="Drawn elsewhere"> and
      <img src="${stage.site.url('/never.png')}" alt="Not there"> are of other sites.</p>
      <ol><li id="n1">The note itself, which is long enough to be read. <a href="#r1">↩</a></li></ol>`
    stage.page = await stage.luwte.newPage(stage.site.page(articlePage('en', 12, inside)))
    const asked = stage.site.totalRequests()
    await stage.openReader()
    await stage.change(() => stage.reader.getByLabel('In portions').click())
    for (const alt of ['A wave', 'From elsewhere', 'Drawn elsewhere'])
      await stage.reader.locator(`article img[alt="${alt}"][src^="data:image/"]`).waitFor()
    expect(await stage.reader.locator('article a.picture-link').allInnerTexts()).toEqual([
      'Open the picture: Not there',
    ])
    expect(await stage.reader.locator('article img:not([src])').count()).toBe(0)
    expect(stage.site.totalRequests()).toBe(asked)
    const text = await shown(stage.reader)
    expect(text).toContain('Thenx=2holds.')
    expect(text).toContain('漢kan')
    expect(text.match(/x=2/g)).toHaveLength(1)
    expect(await stage.reader.locator('article math mi').count()).toBe(1)
    await stage.change(() => stage.reader.getByLabel('In portions').click())
    while ((await stage.reader.locator('article sup a').count()) === 0) await press(stage.reader, 'PageDown')
    const before = await shown(stage.reader)
    await stage.reader.locator('article sup a').click()
    await eventually(() => shown(stage.reader)).toContain('Thenoteitself')
    await stage.button('Back to where you read').click()
    expect(await shown(stage.reader)).toBe(before)
  })

  test('is called as on the page, whatever the tab calls out', async () => {
    const calling = '<title>(1) Do not go!</title>'
    await stage.read(articlePage('en').replace(/<title>.*<\/title>/, calling))
    expect(await stage.reader.locator('.article h1').allTextContents()).toEqual(['Behind the dune'])
    expect(await stage.reader.title()).toBe('Behind the dune')
  })
})

describe('the place', () => {
  test('is kept between page and reader, by the text in view', async () => {
    await stage.read(articlePage('en', 40))
    for (let step = 0; step < 4; step++) await press(stage.reader, 'Space')
    const start = (await shown(stage.reader)).slice(0, 20)
    await stage.button('To the page').click()
    await stage.inFront(stage.page)
    await eventually(() =>
      stage.page.evaluate(() => {
        const eyes = document.caretPositionFromPoint(innerWidth / 2, innerHeight * 0.22)?.offsetNode
        return eyes?.parentElement?.closest('p')?.textContent?.replace(/\s+/g, '') ?? ''
      }),
    ).toContain(start)
    await stage.page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
    const popup = await stage.luwte.openPopupFor(stage.page)
    await popup.getByRole('button', { name: 'Read calmly' }).click()
    await stage.inFront(stage.reader)
    await eventually(async () => Number((await shown(stage.reader)).match(/\d+/)?.[0])).toBeGreaterThan(150)
    expect(stage.luwte.context.pages().filter(other => other.url().includes('reader.html'))).toHaveLength(1)
  })

  test('is remembered without its address or words, and offered softly after the background was stopped', async () => {
    await stage.read(articlePage('en', 30))
    await press(stage.reader, 'Space')
    await press(stage.reader, 'Space')
    const left = await shown(stage.reader)
    const kept = () =>
      stage.reader.evaluate(async () => JSON.stringify(await chrome.storage.local.get('reader:places')))
    await eventually(kept).toContain('article')
    expect(await kept()).not.toMatch(/site-a|wind|http/)
    await stage.reader.close()
    await stage.luwte.stopWorker()
    await stage.openReader()
    await stage.reader.getByText('You were here.').waitFor()
    expect(await shown(stage.reader)).not.toBe(left)
    await stage.button('Go on from there').click()
    await eventually(() => shown(stage.reader)).toBe(left)
    await stage.change(() => stage.button('Forget where I was, in every article').click())
    expect(await kept()).not.toContain('article')
  })
})
