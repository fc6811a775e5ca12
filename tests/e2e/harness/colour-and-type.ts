import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LEVEL_DEFAULTS } from '../../../utils/calm/levels'
import type { OptionId } from '../../../utils/calm/options'
import { describePictureTone } from './picture-tone'
import { meanLuminance } from './pixels'
import { type Site, startSite } from './site'

/** What Playwright's and Puppeteer's pages have in common and these tests use. */
interface AnyPage {
  evaluate(script: string): Promise<unknown>
  close(): Promise<unknown>
}

interface AnyLuwte<P extends AnyPage> {
  newPage(url?: string): Promise<P>
  openExtensionPage(path: string): Promise<P>
  openPopupFor(page: P): Promise<AnyPage>
  tabId(page: P): Promise<number>
  settle(page: P): Promise<Uint8Array>
  close(): Promise<void>
}

const LIGHT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Light</title>
  <style>body{margin:0;background:#fff;color:#222}div{background:#eef;padding:1em}a{color:#00c}</style></head>
  <body><h1>Title</h1><div><p>Words of a page with <a href="#x">a link</a>.</p></div></body></html>`

const LONG = 'Lines of running text that go on for a good while, as they do in an article. '.repeat(8)

const require = createRequire(import.meta.url)
const ICONS = [
  '@fortawesome/fontawesome-free/css/all.min.css',
  'material-icons/iconfont/material-icons.css',
  'bootstrap-icons/font/bootstrap-icons.css',
]
  .map(path => `<style>${readFileSync(require.resolve(path), 'utf8')}</style>`)
  .join('')

type Options = Partial<Record<OptionId, number>>

/** The options that these tests are about, as level 1 has them. */
const UNCHANGED: readonly [OptionId, number][] = [
  ['theme', 0],
  ['typeface', 0],
  ['lineLength', 0],
  ['pinned', 0],
  ['mute', 0],
  ['pictureTone', 0],
  ['images', LEVEL_DEFAULTS[1].images],
]

/**
 * Tests of dark colours, letters, length of lines, bars and sound, for one browser with Luwte in it.
 *
 * @param toldOfAll whether it lets a picture of another site that has failed be told from one that came
 */
export function describeColourAndType<P extends AnyPage>(
  launch: () => Promise<AnyLuwte<P>>,
  toldOfAll: boolean,
): void {
  let luwte: AnyLuwte<P>
  let site: Site
  /** One of Luwte's own pages, which asks the background as the popup does, and the tab that it asks for. */
  let own: P
  let tabId: number
  const chosen = new Map<string, number>(UNCHANGED)

  beforeAll(async () => {
    ;[site, luwte] = await Promise.all([startSite(), launch()])
    own = await luwte.openExtensionPage('sample.html')
    tabId = await luwte.tabId(await luwte.newPage(site.onHost(site.page(LIGHT), 'site-a.test')))
  })
  afterAll(() => Promise.all([luwte?.close(), site?.close()]))

  async function choose(requests: readonly (readonly [name: string, payload: object])[]): Promise<void> {
    for (const [name, payload] of requests) {
      const message = JSON.stringify({ name, payload: { tabId, ...payload } })
      const reply = JSON.parse(
        String(await own.evaluate(`chrome.runtime.sendMessage(${message}).then(JSON.stringify)`)),
      )
      if (!reply.ok) throw new Error(reply.error)
    }
  }

  /** Sets options for the site of all pages here. */
  async function adjust(options: Options): Promise<void> {
    const changed = Object.entries(options).filter(([option, value]) => chosen.get(option) !== value)
    for (const [option] of changed) chosen.delete(option)
    await choose(changed.map(([option, value]) => ['calm.adjust', { option, value }]))
    for (const [option, value] of changed) chosen.set(option, value)
  }

  /** A page that is loaded with these options in force from its start, and no others. */
  async function open(html: string, options: Options, headers: Record<string, string> = {}): Promise<P> {
    await choose([
      ['calm.level', { level: 1 }],
      ['calm.ownSettings', { own: true }],
    ])
    await adjust({ ...Object.fromEntries(UNCHANGED), ...options })
    return luwte.newPage(site.onHost(site.page(html, { headers }), 'site-a.test'))
  }
  const ask = (page: P, script: string) => page.evaluate(script) as Promise<string>
  const groundOf = (page: P) => ask(page, 'getComputedStyle(document.body).backgroundColor')
  const until = (page: P, condition: string) =>
    page.evaluate(`new Promise(done=>{const look=()=>(${condition})?done(true):setTimeout(look,50);look()})`)

  describe('dark colours', () => {
    test('a light page is repainted, asks nothing of the network, and is as it was afterwards', async () => {
      const page = await open(LIGHT, { theme: 1 })
      await until(page, `getComputedStyle(document.body).backgroundColor==='rgb(24, 26, 27)'`)
      expect(meanLuminance(await luwte.settle(page))).toBeLessThan(0.05)
      const asked = site.totalRequests()
      await adjust({ theme: 0 })
      await until(page, `getComputedStyle(document.body).backgroundColor==='rgb(255, 255, 255)'`)
      expect(await ask(page, 'document.documentElement.outerHTML')).not.toMatch(/darkreader/i)
      await adjust({ theme: 1 })
      await until(page, `getComputedStyle(document.body).backgroundColor==='rgb(24, 26, 27)'`)
      expect(site.totalRequests()).toBe(asked)
      await page.close()
    })

    test('a dark scheme of the page’s own is preferred to repainting', async () => {
      const own = '@media (prefers-color-scheme: dark){body{background:#102030!important;color:#eee}}'
      const page = await open(LIGHT.replace('</style>', `${own}</style>`), { theme: 1 })
      expect(await groundOf(page)).toBe('rgb(16, 32, 48)')
      expect(await ask(page, 'document.documentElement.outerHTML')).not.toMatch(/darkreader/i)
      await adjust({ theme: 0 })
      await until(page, `getComputedStyle(document.body).backgroundColor==='rgb(255, 255, 255)'`)
      await page.close()
    })

    test('a page that is dark already is left alone', async () => {
      const page = await open(LIGHT.replace('#fff;color:#222', '#111;color:#eee').replace('#eef', '#222'), {
        theme: 1,
      })
      await until(page, `!getComputedStyle(document.documentElement).filter.includes('brightness(0.12)')`)
      expect(await groundOf(page)).toBe('rgb(17, 17, 17)')
      await page.close()
    })

    test('a page with styles from elsewhere becomes dark all the same, and its pictures stay as they are', async () => {
      const sheet = site.onOtherOrigin(
        site.page('body{background:#fff}', { headers: { 'content-type': 'text/css' } }),
      )
      const picture = `<svg xmlns="http://www.w3.org/2000/svg"><rect width="300" height="150" fill="#f00"/></svg>`
      const html = `${LIGHT.replace('</head>', `<link rel="stylesheet" href="${sheet}"></head>`)}
        <img id="picture" src="data:image/svg+xml,${encodeURIComponent(picture)}">`
      const page = await open(html, { theme: 1 })
      // Firefox lets an extension read such styles, and repaints; Chromium does not, and turns the light round.
      await expect
        .poll(async () => meanLuminance(await luwte.settle(page)), { timeout: 20_000 })
        .toBeLessThan(0.1)
      const turned = (element: string) =>
        ask(page, `String(getComputedStyle(${element}).filter.startsWith('invert(1)'))`)
      expect(await turned(`document.getElementById('picture')`)).toBe(
        await turned('document.documentElement'),
      )
      await page.close()
    })
  })

  describePictureTone<P>({
    site: () => site,
    open,
    adjust,
    ask,
    settle: page => luwte.settle(page),
    close: page => page.close(),
    toldOfAll,
  })

  describe('letters', () => {
    const strict = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }
    const WORDS = '<p><span id="words">The quick brown fox jumps over the lazy dog, il1I0O</span></p>'
    const width = (page: P) =>
      ask(page, `document.getElementById('words').getBoundingClientRect().width.toFixed(1)`)

    test('each typeface changes text under a strict content security policy', async () => {
      const widths = new Set<string>()
      for (const typeface of [0, 1, 2, 3, 4]) {
        const page = await open(LIGHT.replace('</body>', `${WORDS}</body>`), { typeface }, strict)
        await until(page, `[...document.fonts].every(({status})=>status!=='loading')`)
        await ask(page, 'document.fonts.ready.then(()=>"")')
        widths.add(await width(page))
        await page.close()
      }
      expect(widths.size).toBe(5)
    })

    test('icons, code and formulas keep theirs', async () => {
      const html = `${LIGHT.replace('</head>', `${ICONS}</head>`)}<i id="a" class="fa-solid fa-house"></i>
        <span id="b" class="material-icons">home</span><i id="c" class="bi bi-house"></i><code id="d">code</code>
        <i id="e" style="font-family:'my glyphs'"></i><input id="f"><p id="g">Text</p>`
      const page = await open(html, { typeface: 1 })
      await until(page, `getComputedStyle(document.getElementById('g')).fontFamily.startsWith('a,')`)
      const families = await ask(
        page,
        `['a::before','b','c::before','d','e','f'].map(name=>name.split('::')).map(([id,part])=>
          getComputedStyle(document.getElementById(id),part&&'::'+part).fontFamily).join('|')`,
      )
      const [a, b, c, d, e, f] = families.split('|')
      expect(a).toMatch(/Font Awesome/)
      expect(b).toMatch(/Material Icons/)
      expect(d).toMatch(/monospace/)
      expect(e).toMatch(/my glyphs/)
      expect(f).toMatch(/^a,/)
      expect(c).toMatch(/bootstrap-icons/)
      await page.close()
    })
  })

  test('lines of running text are at most about as long as chosen', async () => {
    for (const lineLength of [50, 80]) {
      const page = await open(LIGHT.replace('</body>', `<p id="long">${LONG}</p></body>`), { lineLength })
      const lines = Number(await ask(page, LINES_OF_LONG))
      const average = LONG.length / lines
      expect(average).toBeGreaterThan(lineLength * 0.75)
      expect(average).toBeLessThanOrEqual(lineLength * 1.05)
      await page.close()
    }
  })

  test('bars go with the page when it is scrolled, a dialog stays, and all is pinned again afterwards', async () => {
    const html = LIGHT.replace(
      '</body>',
      `<header id="fixed" style="position:fixed;top:0;left:0;right:0;height:50px;background:#ccc">Fixed</header>
       <nav id="sticky" style="position:sticky;top:0;height:40px;background:#aaa">Sticky</nav>
       <div role="dialog" id="dialog" style="position:fixed;bottom:0;left:0;width:100%;height:90px">Choose</div>
       <div style="height:5000px"></div></body>`,
    )
    const page = await open(html, { pinned: 1 })
    const tree = html.match(/<header[^>]*>/)?.[0]
    await ask(page, 'scrollTo(0,600)')
    await until(page, `document.getElementById('fixed').getBoundingClientRect().bottom<0`)
    await until(page, `document.getElementById('sticky').getBoundingClientRect().bottom<0`)
    expect(await ask(page, `String(document.getElementById('dialog').getBoundingClientRect().top>0)`)).toBe(
      'true',
    )
    await adjust({ pinned: 0 })
    await until(page, `document.getElementById('fixed').getBoundingClientRect().top===0`)
    expect(await ask(page, `document.getElementById('fixed').outerHTML`)).toContain(tree)
    await page.close()
  })

  test('the tab makes no sound, the popup says so, and it is given back', async () => {
    const page = await open(LIGHT, { mute: 1 })
    const tabId = await luwte.tabId(page)
    const popup = await luwte.openPopupFor(page)
    const muted = `chrome.tabs.get(${tabId}).then(({mutedInfo})=>mutedInfo.muted)`
    await popup.evaluate(
      `new Promise(done=>{const look=()=>${muted}.then(muted=>muted?done(true):setTimeout(look,50));look()})`,
    )
    await popup.evaluate(
      `new Promise(done=>{const look=()=>document.body.textContent.includes('turned the sound of this tab off')?done(true):setTimeout(look,50);look()})`,
    )
    await popup.evaluate(`chrome.runtime.sendMessage({name:'calm.level',payload:{tabId:${tabId},level:0}})`)
    expect(await popup.evaluate(muted)).toBe(false)
    await popup.close()
    await page.close()
  })
}

/** Counts the lines a paragraph is set in. */
const LINES_OF_LONG = `(()=>{const range=document.createRange();range.selectNodeContents(document.getElementById('long'));
  return String(new Set([...range.getClientRects()].map(({top})=>Math.round(top))).size)})()`
