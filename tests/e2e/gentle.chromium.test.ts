import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { turnCalmOn, untilBare } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { meanLuminance } from './harness/pixels'
import { startScreencast } from './harness/screencast'
import { type Site, startSite } from './harness/site'

const PARAGRAPHS = Array.from(
  { length: 80 },
  (_, i) => `<p id=p${i}>Paragraph ${i} ${'some quiet words '.repeat(30)}</p>`,
)
const ARTICLE = `<!doctype html><body style="background:#fff;margin:20px;font:16px Arial">${PARAGRAPHS.join('')}`

let luwte: ChromiumWithLuwte
let site: Site

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
})

afterAll(() => Promise.all([luwte.close(), site.close()]))

/** The paragraph at a third of the screen's height, and where it stands. */
function underTheEyes(page: Page, id?: string): Promise<{ id: string; top: number }> {
  return page.evaluate(id => {
    const at = id
      ? document.getElementById(id)
      : document.elementFromPoint(innerWidth / 2, innerHeight * 0.35)
    return { id: at?.id ?? '', top: at?.getBoundingClientRect().top ?? Number.NaN }
  }, id)
}

test('the paragraph under the eyes stays there over every level, and the page comes back to the pixel', async () => {
  const page = await luwte.newPage(site.onHost(site.page(ARTICLE), 'site-a.test'))
  await page.evaluate(() => scrollTo(0, 2000))
  const before = await underTheEyes(page)
  const popup = await luwte.openPopupFor(page)
  for (const level of ['2', '4', '1', '3']) {
    await popup.getByRole('slider', { name: 'Calm level' }).fill(level)
    await luwte.settle(page)
    const { top } = await underTheEyes(page, before.id)
    const height = await page.evaluate(id => document.getElementById(id)?.offsetHeight ?? 0, before.id)
    expect(top, `level ${level}`).toBeLessThan(720 * 0.35)
    expect(top + height, `level ${level}`).toBeGreaterThan(720 * 0.35)
  }
  await popup.getByRole('switch', { name: 'Calm mode' }).uncheck()
  await untilBare(page)
  expect(await page.evaluate(() => scrollY)).toBe(2000)
  await popup.close()
  await page.close()
})

test('on fades over about a second: no step of light is sudden, and none is brighter than before', async () => {
  const page = await luwte.newPage(site.onHost(site.page(ARTICLE), 'site-b.test'))
  const bright = meanLuminance(await luwte.settle(page))
  const screencast = await startScreencast(page)
  await turnCalmOn(luwte, page, 3)
  await luwte.settle(page)
  const frames = (await screencast.stop()).map(({ at, png }) => ({ at, light: meanLuminance(png) }))
  const changing = frames.filter(({ light }, i) => Math.abs(light - (frames[i - 1]?.light ?? light)) > 0.005)
  const duration = (changing.at(-1)?.at ?? 0) - (changing[0]?.at ?? 0)
  expect(duration).toBeGreaterThan(0.8)
  expect(duration).toBeLessThan(4)
  expect(changing.length).toBeGreaterThan(6)
  expect(Math.max(...frames.map(({ light }) => light))).toBeLessThan(bright + 0.02)
  await page.close()
})

test('a change of mind in the middle of a fade ends as it was put last', async () => {
  const page = await luwte.newPage(site.onHost(site.page(ARTICLE), 'sub.site-a.test'))
  const popup = await luwte.openPopupFor(page)
  const calm = popup.getByRole('switch', { name: 'Calm mode' })
  await calm.check()
  await calm.uncheck()
  await calm.check()
  await calm.uncheck()
  await untilBare(page)
  await luwte.settle(page)
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
  await page.close()
})
