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

beforeAll(async () => {
  ;[site, browser] = await Promise.all([startSite(), launchBareChromium()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(body: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 600, height: 400 } })
  await page.addInitScript(await bundleEffects())
  await page.goto(site.page(`<!doctype html><meta charset="utf-8"><body>${body}`))
  return page
}

const picture = (page: Page) => page.screenshot({ caret: 'initial' })

/** All that an effect might leave behind: the DOM, and the number of sheets in each root. */
const traces = (page: Page) =>
  page.evaluate(`[document.documentElement.outerHTML,
    ...[document, ...(globalThis.shades ?? [])].map(root => root.adoptedStyleSheets.length)]`)

const sheets = (page: Page) => page.evaluate('document.adoptedStyleSheets.length')

describe.each(EFFECTS.map(({ id }) => id))('%s', id => {
  test.each(['plain', 'shadow', 'ownSheets'] as const)('leaves a page (%s) as found', async kind => {
    const page = await open(PAGES[kind])
    const [found, seen] = [await traces(page), await picture(page)]
    const turnOff = await turnOn(page, id, STRONG)
    await turnOff()
    expect(await traces(page)).toEqual(found)
    expect(differingShare(seen, await picture(page))).toBe(0)
    await page.close()
  })

  test('on twice and off twice is off, in either order', async () => {
    const page = await open(PAGES.shadow)
    const found = await traces(page)
    const first = await turnOn(page, id, STRONG)
    const second = await turnOn(page, id, STRONG)
    await first()
    await second()
    expect(await traces(page)).toEqual(found)
    await page.close()
  })

  test('does nothing on a signal that has aborted', async () => {
    const page = await open(PAGES.plain)
    const [found, seen] = [await traces(page), await picture(page)]
    const options = JSON.stringify(STRONG)
    await page.evaluate(`effects[${JSON.stringify(id)}].apply(document, ${options}, AbortSignal.abort())`)
    expect(await traces(page)).toEqual(found)
    expect(differingShare(seen, await picture(page))).toBe(0)
    await page.close()
  })

  test('survives a page that rewrites itself and its sheets', async () => {
    const page = await open(PAGES.plain)
    const turnOff = await turnOn(page, id, STRONG)
    const on = await sheets(page)
    await page.evaluate(() => {
      document.adoptedStyleSheets = []
      document.body.innerHTML = '<p>All new</p>'
    })
    expect(await sheets(page)).toBe(on)
    await turnOff()
    expect(await sheets(page)).toBe(0)
    await page.close()
  })

  test('tells of nothing left on a page that does not move', async () => {
    const page = await open(PAGES.shadow)
    await turnOn(page, id, STRONG)
    expect(await page.evaluate(`[...(effects[${JSON.stringify(id)}].leftovers?.(document) ?? [])]`)).toEqual(
      [],
    )
    await page.close()
  })

  test('leaves no trace in the DOM while it is on', async () => {
    const page = await open(PAGES.shadow)
    const html = await page.evaluate(() => document.documentElement.outerHTML)
    await turnOn(page, id, STRONG)
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(html)
    await page.close()
  })

  test('does not throw on a hostile page', async () => {
    const page = await open(PAGES.hostile)
    const errors: Error[] = []
    page.on('pageerror', error => errors.push(error))
    const turnOff = await turnOn(page, id, STRONG)
    await page.evaluate(() => document.querySelector('form')?.append('more'))
    await turnOff()
    expect(errors).toEqual([])
    await page.close()
  })
})
