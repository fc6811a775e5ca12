import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { articlePage } from './harness/articles'
import { type FirefoxWithLuwte, launchFirefox } from './harness/firefox'
import { type Site, startSite } from './harness/site'

/** With time for a slow machine. */
const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 15_000 })

let site: Site
let luwte: FirefoxWithLuwte
let page: Page
let reader: Page

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox()])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

const shown = () =>
  reader.evaluate(() => document.querySelector('.article')?.textContent?.replace(/\s+/g, '') ?? '')
const press = async (name: string) => {
  const control = await reader.waitForSelector(`::-p-aria([name="${name}"][role="button"])`)
  await control?.click()
}

async function open(html: string): Promise<void> {
  page = await luwte.newPage(site.page(html))
  reader = await luwte.openExtensionPage(`reader.html?tab=${await luwte.tabId(page)}`)
  await reader.waitForSelector('.article > div')
}

test('an Arabic article in portions: together they are all of it, each fits, a picture of another site is there without a request', async () => {
  const dot = site.onOtherOrigin(site.url('/demo/banner.gif'))
  page = await luwte.newPage(
    site.page(articlePage('ar', 12, `<p><img src="${dot}" alt="wave">${'الموج. '.repeat(9)}</p>`)),
  )
  const asked = site.totalRequests()
  reader = await luwte.openExtensionPage(`reader.html?tab=${await luwte.tabId(page)}`)
  await reader.waitForSelector('.article > div')
  const portions: string[] = []
  for (;;) {
    portions.push(await shown())
    const state = await reader.evaluate(() => {
      const place = document.querySelector('main')
      const on = Array.from(document.querySelectorAll('nav button')).find(b => b.textContent === 'Go on')
      return {
        over: (place?.scrollHeight ?? 0) - (place?.clientHeight ?? 0),
        end: on?.getAttribute('aria-disabled') === 'true',
        dir: getComputedStyle(document.querySelector('.article > div') ?? document.body).direction,
      }
    })
    expect([state.over, state.dir]).toEqual([0, 'rtl'])
    if (state.end) break
    await reader.keyboard.press('ArrowLeft')
    await eventually(shown).not.toBe(portions.at(-1))
  }
  expect(portions.length).toBeGreaterThan(3)
  await press('Change')
  await (await reader.waitForSelector('::-p-aria([name="In portions"][role="checkbox"])'))?.click()
  await eventually(shown).toBe(portions.join(''))
  await reader.waitForSelector('.article img[src^="data:image/"]')
  expect(site.totalRequests()).toBe(asked)
  await (await reader.waitForSelector('::-p-aria([name="In portions"][role="checkbox"])'))?.click()
  await reader.close()
  await page.close()
})

test('hostile markup is inert, a missing voice is said, the place is offered again', async () => {
  await open(
    articlePage('en', 30, '<p>Safe words.</p><img src=x onerror="bad=1"><iframe src="/never"></iframe>'),
  )
  expect(
    await reader.evaluate(() => document.querySelectorAll('.article :is(iframe,script,style)').length),
  ).toBe(0)
  await press('Read aloud')
  await eventually(() => reader.evaluate(() => document.body.innerText)).toContain('This device has no voice')
  await press('Go on')
  await press('Go on')
  await eventually(shown).toMatch(/^(?!Behindthedune1)/)
  const left = await shown()
  await reader.close()
  await luwte.stopBackground()
  reader = await luwte.openExtensionPage(`reader.html?tab=${await luwte.tabId(page)}`)
  await press('Go on from there')
  await eventually(shown).toBe(left)
  await press('To the page')
  const underTheEyes = () =>
    page.evaluate(() => {
      const eyes = document.caretPositionFromPoint(innerWidth / 2, innerHeight * 0.22)?.offsetNode
      return eyes?.parentElement?.closest('p')?.textContent?.replace(/\s+/g, '') ?? ''
    })
  await eventually(underTheEyes).toContain(left.slice(0, 20))
  await reader.close()
  await page.close()
})

test('a part is picked by keys', async () => {
  await open(
    `<!doctype html><title>Two</title><main><div id="first"><p>${'The first part of it. '.repeat(30)}</p></div>
    <div id="second"><p>${'The second part of it. '.repeat(10)}</p></div></main>`,
  )
  await press('Change')
  await press('Pick the part on the page')
  await eventually(() => page.evaluate(() => document.documentElement.lastElementChild?.localName)).toBe(
    'div',
  )
  for (const key of ['ArrowDown', 'ArrowRight', 'Enter'] as const) await page.keyboard.press(key)
  await eventually(shown).toMatch(/^Two(Thesecondpartofit\.)+$/)
})

test('the key shows the reader beside the page, and the same one again', async () => {
  page = await luwte.newPage(site.page(articlePage('en')))
  await page.bringToFront()
  await luwte.pressShortcut('E')
  await eventually(luwte.frontUrl).toContain('reader.html')
  const address = await luwte.frontUrl()
  const pages = await luwte.browser.pages()
  reader = pages.at(-1) ?? page
  await eventually(shown).toContain('Behindthedune')
  await page.bringToFront()
  await eventually(luwte.frontUrl).toBe(page.url())
  await luwte.pressShortcut('E')
  await eventually(luwte.frontUrl).toBe(address)
  // A reader is not read itself.
  await luwte.pressShortcut('E')
  await page.bringToFront()
  await luwte.pressShortcut('E')
  await eventually(luwte.frontUrl).toBe(address)
  expect(await luwte.browser.pages()).toHaveLength(pages.length)
})
