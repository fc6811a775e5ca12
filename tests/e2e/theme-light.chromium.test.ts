import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { meanLuminance } from './harness/pixels'
import { brightestLuminance, startScreencast } from './harness/screencast'
import { type Site, startSite } from './harness/site'

/** Exists in the extension's own pages, where the functions given to `evaluate` run. */
declare const chrome: ExtensionApi

/** A white page that is held for a theme, or dark by it, is never lighter than that. White at level 1 is above 0.7. */
const DARK = 0.1

let luwte: ChromiumWithLuwte
let site: Site

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
  const page = await luwte.newPage(site.onHost(site.page('<p>Words'), 'site-a.test'))
  const popup = await luwte.openExtensionPage('popup.html')
  await popup.evaluate(
    async tabId => {
      const ask = (name: string, payload: object) =>
        chrome.runtime.sendMessage({ name, payload: { tabId, ...payload } })
      await ask('calm.level', { level: 1 })
      await ask('calm.adjust', { option: 'theme', value: 1 })
    },
    await luwte.tabId(page),
  )
  await Promise.all([popup.close(), page.close()])
})
afterAll(() => Promise.all([luwte?.close(), site?.close()]))

const WHITE = 'body{margin:0;background:#fff;color:#222}'
const OWN = '@media (prefers-color-scheme: dark){body{background:#102030;color:#eee}}'

/** Busy for a while, and then there is more of it, as pages that scripts build are. */
const SLOW = `<script>
  const until = performance.now() + 300
  while (performance.now() < until);
  requestAnimationFrame(() => document.body.insertAdjacentHTML('beforeend', '<div style="background:#fff;height:50vh">More</div>'))
</script>`

test.each(['own scheme', 'engine', 'light turned round'] as const)(
  'no frame of a light page is bright on load, reload or navigation: %s',
  async way => {
    const sheet = (css: string) => site.page(css, { headers: { 'content-type': 'text/css' } })
    const styles = {
      'own scheme': `<style>${WHITE}${OWN}</style>`,
      engine: `<link rel="stylesheet" href="${sheet(WHITE)}">`,
      'light turned round': `<link rel="stylesheet" href="${site.onOtherOrigin(sheet(WHITE))}">`,
    }
    const html = `<!doctype html><meta charset="utf-8">${styles[way]}<h1>Title</h1><p>Words</p>`
    const page = await luwte.newPage(site.onHost(site.page(html), 'site-a.test'))
    const isDark = () => expect.poll(async () => meanLuminance(await luwte.settle(page))).toBeLessThan(DARK)
    await isDark()
    // In a page whose scripts add something white, the page's own scheme has no say over that.
    const next = site.page(way === 'own scheme' ? html : html + SLOW, { delayMs: 300 })
    const screencast = await startScreencast(page)
    await page.goto(site.onHost(next, 'site-a.test'))
    await page.reload()
    await page.goto(site.onHost(next, 'sub.site-a.test'))
    await isDark()
    const frames = await screencast.stop()
    expect(frames.length).toBeGreaterThan(2)
    expect(brightestLuminance(frames)).toBeLessThan(DARK)
    await page.close()
  },
)
