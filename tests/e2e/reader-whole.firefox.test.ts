import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { articlePage } from './harness/articles'
import { axeFaults } from './harness/axe-firefox'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { HOSTILE } from './harness/hostile'
import { type Site, startSite } from './harness/site'
import { stubVoices } from './harness/voice'

/** With time for a slow machine. */
const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 15_000 })

let site: Site
let luwte: FirefoxWithLuwte
let page: Page
let reader: Page

let profile: string
const launch = () => launchFirefox({ locale: 'nl', userDataDir: profile })

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'reader-firefox-'))
  ;[site, luwte] = await Promise.all([startSite(), launch()])
})
afterEach(async () => {
  for (const open of [reader, page]) if (open && !open.isClosed()) await open.close()
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
  await rm(profile, { recursive: true, force: true })
})

async function read(html: string): Promise<void> {
  page = await luwte.newPage(site.page(html))
  reader = await luwte.openExtensionPage(`reader.html?tab=${await luwte.tabId(page)}`)
  await reader.waitForSelector('.article > div')
}

const shown = () =>
  reader.evaluate(() => document.querySelector('.article')?.textContent?.replace(/\s+/g, '') ?? '')
const control = async (role: string, name: string) =>
  (await reader.waitForSelector(`::-p-aria([name="${name}"][role="${role}"])`)) as ElementHandle<Element>
const press = async (name: string) => (await control('button', name)).click()

/** Chooses between all at once and portions. */
async function choosePortions(): Promise<void> {
  await press('Aanpassen')
  await (await control('checkbox', 'In stukjes')).click()
  await press('Aanpassen')
}

test('what a page brings is inert', async () => {
  page = await luwte.newPage(site.page(articlePage('en', 12, HOSTILE)))
  const asked = site.totalRequests()
  reader = await luwte.openExtensionPage(`reader.html?tab=${await luwte.tabId(page)}`)
  await reader.waitForSelector('.article > div')
  await choosePortions()
  await eventually(shown).toContain('Safewordsstay.')
  const left = await reader.evaluate(() => {
    const all = Array.from(document.querySelectorAll('.article *'))
    const acts = all.flatMap(({ attributes }) =>
      Array.from(attributes, ({ name, value }) => `${name}=${value}`).filter(text =>
        /^(on|style=|srcset|action|formaction|src=(?!data:)|.*javascript:)/i.test(text),
      ),
    )
    const alien =
      /^(script|style|iframe|object|embed|form|input|button|meta|base|link|svg|template|video|audio)$/
    return { acts, alien: all.map(({ localName }) => localName).filter(name => alien.test(name)) }
  })
  expect(left).toEqual({ acts: [], alien: [] })
  for (const link of await reader.$$('.article a:not([href^="http"])'))
    await link.evaluate(element => element.dispatchEvent(new MouseEvent('click', { bubbles: true })))
  expect(await reader.evaluate(() => 'bad' in window)).toBe(false)
  expect(site.totalRequests()).toBe(asked)
  expect(await reader.evaluate(() => location.href)).toMatch(/^moz-extension:.*reader\.html/)
  await choosePortions()
})

test('notes, formulas, ruby, tables and code are whole, and a note leads back', async () => {
  await read(
    articlePage(
      'en',
      12,
      `<p>A note<sup id="r1"><a href="#n1">1</a></sup> stands here, and <ruby>漢<rt>kan</rt></ruby>.</p>
      <p>Then <span class="katex"><span class="katex-mathml"><math><mi>x</mi><mo>=</mo><mn>2</mn></math></span><span class="katex-html" aria-hidden="true">x=2</span></span> holds.</p>
      <ol><li id="n1">The note itself, which is long enough to be read. <a href="#r1">↩</a></li></ol>`,
    ),
  )
  await choosePortions()
  await eventually(shown).toContain('Thenx=2holds.')
  expect(await shown()).toContain('漢kan')
  const parts = await reader.evaluate(() =>
    ['math mi', 'ruby rt', 'table th', 'pre code', 'sup a'].filter(part =>
      document.querySelector(`.article ${part}`),
    ),
  )
  expect(parts).toEqual(['math mi', 'ruby rt', 'table th', 'pre code', 'sup a'])
  await choosePortions()
  while (!(await reader.$('.article sup a'))) {
    const before = await shown()
    await reader.keyboard.press('PageDown')
    await eventually(shown).not.toBe(before)
  }
  const before = await shown()
  await reader.click('.article sup a')
  await eventually(shown).toContain('Thenoteitself')
  await press('Terug naar waar je las')
  await eventually(shown).toBe(before)
})

test('vertical text runs as on the page', async () => {
  await read(articlePage('ja', 12))
  const mode = () =>
    reader.evaluate(() => {
      const text = document.querySelector('.article > div')
      return text && getComputedStyle(text).writingMode
    })
  expect(await mode()).toBe('vertical-rl')
  const first = await shown()
  await reader.keyboard.press('ArrowLeft')
  await eventually(shown).not.toBe(first)
  await reader.keyboard.press('ArrowRight')
  await eventually(shown).toBe(first)
})

test('reading aloud marks each sentence, by a voice of this device, to the end of the portion', async () => {
  await read(articlePage('en'))
  const { said, endSentence } = await stubVoices(reader)
  const marked = () =>
    reader.evaluate(() =>
      Array.from(CSS.highlights.get('read-aloud') ?? [], range => range.toString().trim()),
    )
  await press('Lees voor')
  await eventually(said).toEqual(['Near: Behind the dune'])
  await endSentence()
  await eventually(marked).toEqual([
    '1 Behind the dune the air is still, and a person can sit there for a while.',
  ])
  await reader.keyboard.press('Escape')
  await eventually(marked).toEqual([])
  await press('Lees voor')
  await eventually(async () => {
    await endSentence()
    return (await control('button', 'Lees voor')).evaluate(button => button.getAttribute('aria-pressed'))
  }).toBe('false')
  const last = (await said()).at(-1)?.replace(/^Near: |\s+/g, '') ?? 'nothing'
  expect((await shown()).endsWith(last)).toBe(true)
})

const sideways = () =>
  reader.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('axe finds nothing, on a telephone and magnified four times neither, in both colours', async () => {
  await read(articlePage('en'))
  expect(await axeFaults(reader)).toEqual([])
  await press('Aanpassen')
  await (await control('radio', 'Zacht papier')).click()
  expect(await axeFaults(reader)).toEqual([])
  await (await control('radio', 'Donker')).click()
  await press('Aanpassen')
  // 360 px wide, and 1280 by 720 at 400 %.
  for (const size of [
    { width: 360, height: 640, deviceScaleFactor: 1 },
    { width: 320, height: 180, deviceScaleFactor: 4 },
  ]) {
    await reader.setViewport(size)
    await eventually(sideways).toBe(0)
    expect(await axeFaults(reader)).toEqual([])
    const goOn = await control('button', 'Verder')
    await goOn.scrollIntoView()
    expect(await goOn.isVisible()).toBe(true)
  }
})

test('on a telephone nothing is cut off, and one key goes on', async () => {
  await read(articlePage('en'))
  await reader.setViewport({ width: 360, height: 640 })
  await eventually(sideways).toBe(0)
  const first = await shown()
  await reader.keyboard.press(' ')
  await eventually(shown).not.toBe(first)
  await press('Aanpassen')
  await control('checkbox', 'In stukjes')
  expect(await sideways()).toBe(0)
})

test('the popup says in words what could not be calmed', async () => {
  // The browser's own viewer lets no extension in.
  const pdf = site.page('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>', {
    headers: { 'content-type': 'application/pdf' },
  })
  page = await luwte.newPage(
    site.page(
      `<!doctype html><title>A document</title><iframe width="300" height="200" src="${pdf}"></iframe>`,
    ),
  )
  const popup = await luwte.openPopupFor(page)
  const calm = await popup.waitForSelector('::-p-aria([name="Rustige modus"][role="switch"])')
  await calm?.click()
  const said = () => popup.evaluate(() => document.body.innerText)
  await eventually(said).toContain('Wat hier niet rustig werd')
  await eventually(said).toContain(
    'Een deel van deze pagina komt van een andere site. Daar kan Luwte niet bij.',
  )
  await calm?.click()
  await eventually(said).not.toContain('Wat hier niet rustig werd')
  await popup.close()
})

test('the place outlives a restart of the browser, and is offered softly', async () => {
  const html = articlePage('en', 30)
  page = await luwte.newPage(site.page(html))
  const url = page.url()
  reader = await luwte.openExtensionPage(`reader.html?tab=${await luwte.tabId(page)}`)
  await reader.waitForSelector('.article > div')
  const first = await shown()
  await reader.keyboard.press('PageDown')
  await eventually(shown).not.toBe(first)
  const left = await shown()
  const kept = () =>
    reader.evaluate('browser.storage.local.get("reader:places").then(JSON.stringify)') as Promise<string>
  await eventually(kept).toContain('words')
  await luwte.close()
  luwte = await launch()
  page = await luwte.newPage(url)
  reader = await luwte.openExtensionPage(`reader.html?tab=${await luwte.tabId(page)}`)
  await eventually(() => reader.evaluate(() => document.body.innerText)).toContain('Hier was je.')
  expect(await shown()).toBe(first)
  await press('Ga daar verder')
  await eventually(shown).toBe(left)
})
