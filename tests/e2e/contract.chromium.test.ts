import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EFFECTS } from '../../utils/calm/effects'
import { LEVEL_DEFAULTS } from '../../utils/calm/levels'
import { launchBareChromium } from './harness/bare'
import { bundleEffects, turnOn } from './harness/effects'
import { differingShare } from './harness/pixels'
import { type Site, startSite } from './harness/site'

/** Options at which every effect has something to do. */
const STRONG = { ...LEVEL_DEFAULTS[4], pictureTone: 3 }

const DOT =
  'data:image/svg+xml,<svg xmlns=%22http://www.w3.org/2000/svg%22><rect width=%229%22 height=%229%22 fill=%22red%22/></svg>'

const PAGES = {
  plain: `<h1 style="background:url('${DOT}')">Plain</h1><p style="font:14px serif;color:#333">Words <b>in</b> lines.</p><button>Press</button>`,
  shadow: `<x-open></x-open><x-closed></x-closed><script>
    for (const mode of ['open', 'closed']) customElements.define('x-' + mode, class extends HTMLElement {
      constructor() {
        super()
        const root = this.attachShadow({ mode })
        root.innerHTML = '<p style="transition:color 1s">In the shade</p>'
        ;(globalThis.shades ??= []).push(root)
      }
    })</script>`,
  ownSheets: `<p>Styled</p><script>
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('*{font:13px/1 sans-serif!important;letter-spacing:0!important;filter:none!important}')
    document.adoptedStyleSheets = [sheet]</script>`,
  /** Fields whose names stand before the form's own properties, for a content script too. */
  hostile: `<p>Hostile</p><form>${[
    'localName',
    'getRootNode',
    'isConnected',
    'shadowRoot',
    'style',
    'children',
  ]
    .map(name => `<input name="${name}">`)
    .join('')}</form>`,
}

let site: Site
let browser: Browser
let page: Page
let urls: Readonly<Record<keyof typeof PAGES, string>>
let errors: Error[] = []

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBareChromium()])
  page = await browser.newPage({ viewport: { width: 600, height: 400 } })
  page.on('pageerror', error => errors.push(error))
  await page.addInitScript(await bundleEffects())
  const served = Object.entries(PAGES).map(
    ([kind, body]) => [kind, site.page(`<!doctype html><meta charset="utf-8"><body>${body}`)] as const,
  )
  urls = Object.fromEntries(served) as typeof urls
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Loads a page of that kind afresh, in the one tab: to open a tab takes far longer. */
async function open(kind: keyof typeof PAGES): Promise<void> {
  errors = []
  await page.goto(urls[kind])
}

const picture = () => page.screenshot({ caret: 'initial' })

/** All that an effect might leave behind: the DOM, and the number of sheets in each root. */
const traces = () =>
  page.evaluate(`[document.documentElement.outerHTML,
    ...[document, ...(globalThis.shades ?? [])].map(root => root.adoptedStyleSheets.length)]`)

const sheets = () => page.evaluate('document.adoptedStyleSheets.length')

describe.each(EFFECTS.map(({ id }) => id))('%s', id => {
  test.each(['plain', 'shadow', 'ownSheets'] as const)('leaves a page (%s) as found', async kind => {
    await open(kind)
    const [found, seen] = [await traces(), await picture()]
    const turnOff = await turnOn(page, id, STRONG)
    await turnOff()
    expect(await traces()).toEqual(found)
    expect(differingShare(seen, await picture())).toBe(0)
  })

  test('on twice and off twice is off, in either order', async () => {
    await open('shadow')
    const found = await traces()
    const first = await turnOn(page, id, STRONG)
    const second = await turnOn(page, id, STRONG)
    await first()
    await second()
    expect(await traces()).toEqual(found)
  })

  test('does nothing on a signal that has aborted', async () => {
    await open('plain')
    const [found, seen] = [await traces(), await picture()]
    const options = JSON.stringify(STRONG)
    await page.evaluate(`effects[${JSON.stringify(id)}].apply(document, ${options}, AbortSignal.abort())`)
    expect(await traces()).toEqual(found)
    expect(differingShare(seen, await picture())).toBe(0)
  })

  test('survives a page that rewrites itself and its sheets', async () => {
    await open('plain')
    const turnOff = await turnOn(page, id, STRONG)
    const on = await sheets()
    await page.evaluate(() => {
      document.adoptedStyleSheets = []
      document.body.innerHTML = '<p>All new</p>'
    })
    expect(await sheets()).toBe(on)
    await turnOff()
    expect(await sheets()).toBe(0)
  })

  test('tells of nothing left on a page that does not move', async () => {
    await open('shadow')
    await turnOn(page, id, STRONG)
    expect(await page.evaluate(`[...(effects[${JSON.stringify(id)}].leftovers?.(document) ?? [])]`)).toEqual(
      [],
    )
  })

  test('leaves no trace in the DOM while it is on', async () => {
    await open('shadow')
    const html = await page.evaluate(() => document.documentElement.outerHTML)
    await turnOn(page, id, STRONG)
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html)
  })

  test('does not throw on a hostile page', async () => {
    await open('hostile')
    const turnOff = await turnOn(page, id, STRONG)
    await page.evaluate(() => document.querySelector('form')?.append('more'))
    await turnOff()
    expect(errors).toEqual([])
  })
})
