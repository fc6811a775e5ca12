import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { turnCalmOff, turnCalmOn } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { type Site, startSite } from './harness/site'

let luwte: ChromiumWithLuwte
let site: Site

/** A short film that the demo page plays. */
const FILM = '/demo/promo.webm'

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
  luwte.context.setDefaultTimeout(8000)
  const page = await open('<p>Words</p>')
  await turnCalmOn(luwte, page, 1)
  await page.close()
})

afterAll(() => Promise.all([luwte.close(), site.close()]))

const open = (html: string, host: Parameters<Site['onHost']>[1] = 'site-a.test') =>
  luwte.newPage(site.onHost(site.page(`<!doctype html>${html}`), host))

const player = (attributes: string) =>
  `<video ${attributes} muted loop src="${FILM}" style="width:300px"></video>`

/** Whether the first video of the page goes on: how far it comes in a third of a second that has passed for the page. */
function advances(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const video =
      document.querySelector('video') ??
      document.querySelector('x-player')?.shadowRoot?.querySelector('video')
    const from = video?.currentTime
    await new Promise(done => setTimeout(done, 333))
    return video?.currentTime !== from
  })
}

test('a video that starts by itself is kept still, and goes on when calm mode ends', async () => {
  const page = await open(player('autoplay'), 'site-b.test')
  await expect.poll(() => advances(page)).toBe(true)
  await turnCalmOn(luwte, page, 1)
  await expect.poll(() => advances(page)).toBe(false)
  await page.reload()
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) > 2)
  await expect.poll(() => advances(page)).toBe(false)
  await turnCalmOff(luwte, page)
  await expect.poll(() => advances(page)).toBe(true)
  await page.close()
})

test('a page that insists is met quietly, without an error', async () => {
  const page = await open(`${player('autoplay')}<script>
    const video = document.querySelector('video')
    video.onpause = () => video.play()
    onunhandledrejection = onerror = () => document.title = 'error'
  </script>`)
  await page.waitForFunction(() => document.querySelector('video')?.playbackRate === 0)
  expect(await advances(page)).toBe(false)
  expect(await page.title()).not.toBe('error')
  await page.close()
})

test('a video in a shadow root is kept still', async () => {
  const page = await open(`<x-player></x-player><script>
    customElements.define('x-player', class extends HTMLElement {
      connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = \`${player('autoplay')}\` }
    })</script>`)
  await page.waitForFunction(
    () => (document.querySelector('x-player')?.shadowRoot?.querySelector('video')?.readyState ?? 0) > 2,
  )
  await expect.poll(() => advances(page)).toBe(false)
  await page.close()
})

const BUTTON = `<button onclick="const v = document.querySelector('video'); v.paused ? v.play() : v.pause()">Play</button>`

test.each([
  ['pointer', player(''), (page: Page) => page.getByRole('button').click()],
  ['key', player(''), (page: Page) => page.getByRole('button').press('Enter')],
  [
    'pointer, though it wanted to start by itself',
    player('autoplay'),
    (page: Page) => page.getByRole('button').click(),
  ],
  [
    'pointer, though its page insists',
    `${player('autoplay')}<script>document.querySelector('video').onpause = ({ target }) => {
       if (!globalThis.asked) target.play() }; onclick = () => { asked = true }</script>`,
    (page: Page) => page.getByRole('button').click(),
  ],
])('the person starts it by %s, and it plays the first time', async (_, html, start) => {
  const page = await open(`${html}<br>${BUTTON}`)
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) > 0)
  await expect.poll(() => advances(page)).toBe(false)
  await start(page)
  await expect.poll(() => advances(page)).toBe(true)
  await page.close()
})
