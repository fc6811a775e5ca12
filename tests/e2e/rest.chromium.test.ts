import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { RestView } from '../../utils/nudges/surface-view'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { VIEWS, WORDS } from './harness/nudge-words'
import {
  axTree,
  boxOf,
  buttonsIn,
  collectMessages,
  hasten,
  press,
  showIn,
  tellPage,
  untilTree,
} from './harness/nudges'
import { meanLuminance } from './harness/pixels'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: ChromiumWithLuwte
let page: Page
let heard: () => Promise<readonly unknown[]>

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
})
afterEach(async () => {
  await page?.close()
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})

async function open(body: string): Promise<void> {
  page = await luwte.newPage(site.page(`<!doctype html><title>A page</title>${body}`))
  await hasten(page, 40)
  heard = await collectMessages(luwte)
}

const html = () => page.evaluate(() => document.documentElement.outerHTML)
const focusedId = () => page.evaluate(() => document.activeElement?.id)
const light = async () => meanLuminance(await luwte.picture(page))
const LONG = '<p>Some words to read.</p>'.repeat(200)

async function rest(view: Partial<RestView> = {}): Promise<void> {
  await showIn(luwte, page, { ...VIEWS.rest, ...view })
  await untilTree(page, nodes => nodes.some(node => node.name === 'Back' && node.focused))
}

test('is a dialog named Rest with Back in focus, without a digit, and dark', async () => {
  await open(LONG)
  await rest({ done: 'The planned rest is over. Staying longer is fine.' })
  const nodes = await axTree(page)
  expect(nodes.filter(({ role }) => role === 'dialog').map(({ name }) => name)).toEqual(['Rest'])
  expect(buttonsIn(nodes)).toEqual(['Breathe along', 'Back'])
  const words = nodes.map(({ name }) => name).join(' ')
  expect(words).toContain(VIEWS.rest.idea)
  expect(words).toContain('The planned rest is over.')
  // Nothing of the page can be reached, so this is all there is.
  expect(words).not.toContain('Some words')
  expect(words).not.toMatch(/\d/)
  await expect.poll(light, { timeout: 10_000 }).toBeLessThan(0.02)
})

test.each(['Escape', 'Enter', 'pointer'])(
  '%s leaves, and gives back scroll, focus, selection and page',
  async way => {
    await open(`<input id="field" value="half a sentence">${LONG}`)
    await page.evaluate(() => {
      const field = document.getElementById('field') as HTMLInputElement
      field.focus()
      field.setSelectionRange(2, 6)
      scrollTo({ top: 700, behavior: 'instant' })
    })
    const before = await html()
    const brightness = await light()
    await rest()
    await page.mouse.move(300, 300)
    await page.mouse.wheel(0, 500)
    for (const key of ['PageDown', 'End', 'ArrowDown']) await page.keyboard.press(key)
    await page.mouse.click(10, 10)
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
    await expect.poll(light, { timeout: 10_000 }).toBeLessThan(0.02)
    expect(await page.evaluate(() => scrollY)).toBe(700)

    if (way === 'pointer') await press(page, 'Back')
    else await page.keyboard.press(way)
    await expect.poll(heard).toEqual([{ answer: 'back' }])
    expect(await focusedId()).toBe('field')
    const { start, end } = await page.evaluate(() => {
      const { selectionStart: start, selectionEnd: end } = document.getElementById(
        'field',
      ) as HTMLInputElement
      return { start, end }
    })
    expect([start, end]).toEqual([2, 6])
    await expect.poll(html, { timeout: 10_000 }).toBe(before)
    expect(await page.evaluate(() => scrollY)).toBe(700)
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
    expect(Math.abs((await light()) - brightness)).toBeLessThan(0.01)
    await page.mouse.wheel(0, 100)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(800)
  },
)

test('what plays pauses, also in frames and what begins meanwhile, and plays on afterwards', async () => {
  const film = `<video id="film" src="${site.url('/demo/promo.webm')}" loop muted autoplay></video>`
  const frame = site.onOtherOrigin(site.page(film))
  await open(`${film}<video id="other" src="${site.url('/demo/promo.webm')}" loop muted></video>
    <iframe src="${frame}"></iframe>`)
  const films = async () => {
    const found = await Promise.all(
      page
        .frames()
        .map(frame => frame.evaluate(() => [...document.querySelectorAll('video')].map(film => film.paused))),
    )
    return found.flat()
  }
  await expect.poll(films).toEqual([false, true, false])
  await rest()
  await expect.poll(films).toEqual([true, true, true])
  await page.evaluate(() => {
    void document
      .querySelector<HTMLVideoElement>('#film')
      ?.play()
      .catch(() => {})
  })
  await expect.poll(films).toEqual([true, true, true])
  await page.keyboard.press('Enter')
  await expect.poll(heard).toEqual([{ answer: 'back' }])
  // Frames are told by the background.
  await showIn(luwte, page, null)
  await expect.poll(films).toEqual([false, true, false])
})

test('stays over what the page opens meanwhile', async () => {
  await open(`<dialog><button>Inside</button></dialog>${LONG}`)
  await rest()
  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await untilTree(page, nodes => nodes.some(node => node.name === 'Back' && node.focused))
  expect(buttonsIn(await axTree(page))).toEqual(['Breathe along', 'Back'])
  await page.keyboard.press('Escape')
  await untilTree(page, nodes => buttonsIn(nodes).join() === 'Inside')
})

test('a page that writes itself anew takes neither the buttons of a card nor its ears, and a rest goes on', async () => {
  await open('<p>Text</p>')
  await tellPage(luwte, page, { name: 'pacing.watch', on: true })
  await showIn(luwte, page, VIEWS.nudge)
  await untilTree(page, nodes => buttonsIn(nodes).join() === 'Rest,Later,Off')
  await page.evaluate(() => {
    document.open()
    document.write('<!doctype html><title>Anew</title><input id="field">')
    document.close()
  })
  await untilTree(page, nodes => buttonsIn(nodes).join() === 'Rest,Later,Off')
  await page.focus('#field')
  await page.keyboard.type('words')
  await expect.poll(heard).toContainEqual({ kind: 'typing' })
  for (const key of ['Tab', 'Tab', 'Enter']) await page.keyboard.press(key)
  await expect.poll(heard).toContainEqual({ answer: 'later' })

  await rest()
  await page.evaluate(() => {
    document.open()
    document.write('<!doctype html><title>Once more</title><p>Text</p>')
    document.close()
  })
  await untilTree(page, nodes => nodes.some(node => node.name === 'Back' && node.focused))
  await page.keyboard.press('Escape')
  await expect.poll(heard).toContainEqual({ answer: 'back' })
})

test('is whole in the smallest window and at large zoom, with nothing to scroll', async () => {
  await open(LONG)
  await rest({ done: 'The planned rest is over. Staying longer is fine.' })
  for (const view of [
    { width: 500, height: 320 },
    { width: 320, height: 256 },
  ]) {
    await page.setViewportSize(view)
    const nodes = (await axTree(page)).filter(({ role }) => ['button', 'paragraph', 'status'].includes(role))
    expect(nodes.length).toBeGreaterThanOrEqual(4)
    for (const { backendId } of nodes) {
      const { y, height } = await boxOf(page, backendId)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(y + height).toBeLessThanOrEqual(view.height)
    }
  }
})

test('breathing begins on request, and stops at any moment', async () => {
  await open(LONG)
  await rest()
  await expect.poll(light, { timeout: 10_000 }).toBeLessThan(0.02)
  const middle = async () =>
    meanLuminance(
      await page.screenshot({ clip: { x: 600, y: 320, width: 80, height: 80 }, caret: 'initial' }),
    )
  const still = await middle()
  await press(page, 'Breathe along')
  await expect.poll(middle).toBeGreaterThan(2 * still)
  await press(page, 'Breathe along')
  await expect.poll(middle, { timeout: 10_000 }).toBe(still)
  expect((await axTree(page)).map(({ name }) => name).join(' ')).not.toMatch(/\d/)
})

test('where motion is unwanted, breathing is words that stand still', async () => {
  await open(LONG)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await rest()
  await press(page, 'Breathe along')
  await untilTree(page, nodes => nodes.some(({ name }) => name === WORDS.breatheInWords))
  await luwte.settle(page, 10_000)
})
