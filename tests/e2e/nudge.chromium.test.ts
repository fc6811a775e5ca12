import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { VIEWS } from './harness/nudge-words'
import {
  buttonsIn,
  collectMessages,
  hasten,
  press,
  showIn,
  tellPage,
  untilTree,
  withinCard,
} from './harness/nudges'
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

const TEXT = '<p>Some words to read.</p>'.repeat(100)

/** Opens a page whose animations are hastened: none of these tests is about how long a fade takes. */
async function open(body: string, headers: Record<string, string> = {}): Promise<void> {
  page = await luwte.newPage(site.page(`<!doctype html><title>A page</title>${body}`, { headers }))
  await hasten(page, 40)
  heard = await collectMessages(luwte)
}

const html = () => page.evaluate(() => document.documentElement.outerHTML)
const focusedId = () => page.evaluate(() => document.activeElement?.id)
const hasButtons = (...names: string[]) => untilTree(page, nodes => buttonsIn(nodes).join() === names.join())
const isGone = (before: string) => expect.poll(html, { timeout: 10_000 }).toBe(before)

test('a card is a group with its line and equal buttons, takes no focus and leaves nothing behind', async () => {
  await open('<input id="field"><p>Text</p>')
  await page.focus('#field')
  const before = await html()
  await showIn(luwte, page, VIEWS.nudge)
  const nodes = await hasButtons('Rest', 'Later', 'Off')
  const names = nodes.map(({ role, name }) => `${role} ${name}`)
  expect(names).toContain('group Luwte')
  expect(names).toContain(`StaticText ${VIEWS.nudge.line}`)
  expect(await focusedId()).toBe('field')
  const boxes = await withinCard(page)
  expect(new Set(boxes.map(({ width, height }) => `${width}x${height}`)).size).toBe(1)

  await page.keyboard.type('still typing')
  await showIn(luwte, page, VIEWS.limit)
  await hasButtons('Leave', 'A little longer', 'Off')
  expect(await focusedId()).toBe('field')
  expect(await page.inputValue('#field')).toBe('still typing')
  await showIn(luwte, page, null)
  await isGone(before)
})

test('the pointer passes through what is hardly there yet; later a press answers and moves no focus', async () => {
  await open('<input id="field"><button id="under" style="position:fixed;inset:40px 0 0">0</button>')
  await page.evaluate(() => {
    const under = document.getElementById('under')
    if (under) under.onclick = () => under.append('!')
  })
  const before = await html()
  await showIn(luwte, page, VIEWS.nudge)
  await untilTree(page, nodes => buttonsIn(nodes).includes('Later'))
  await press(page, 'Later')
  expect(await page.textContent('#under')).toBe('0!')
  expect(await heard()).toEqual([])
  await page.evaluate(() => document.getElementById('under')?.replaceChildren('0'))

  await page.focus('#field')
  await page.evaluate(() => {
    document.getElementById('field')?.addEventListener('blur', () => (document.title = 'Blurred'))
  })
  const [box] = await withinCard(page)
  const isHit = () => page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.localName, centre(box))
  await expect.poll(isHit, { timeout: 10_000 }).toBe('div')
  await press(page, 'Later')
  await expect.poll(heard).toEqual([{ answer: 'later' }])
  expect(await focusedId()).toBe('field')
  expect(await page.title()).toBe('A page')
  await isGone(before)
})

test('Tab reaches the buttons at the end of the page, Esc there dismisses, and focus goes back', async () => {
  await open('<button id="first">First</button><button id="last">Last</button>')
  await showIn(luwte, page, VIEWS.nudge)
  await hasButtons('First', 'Last', 'Rest', 'Later', 'Off')
  await page.focus('#last')
  await page.keyboard.press('Tab')
  const isFocused = (name: string) =>
    untilTree(page, nodes => nodes.some(node => node.focused && node.name === name))
  await isFocused('Rest')
  await page.keyboard.press('Tab')
  await isFocused('Later')
  await page.keyboard.press('Escape')
  await hasButtons('First', 'Last')
  expect(await focusedId()).toBe('last')
  expect(await heard()).toEqual([{ answer: 'dismiss' }])
})

test('Esc elsewhere dismisses, unless the page or a field has a use for it', async () => {
  await open('<input id="field"><div id="box">Box</div>')
  await showIn(luwte, page, VIEWS.nudge)
  await hasButtons('Rest', 'Later', 'Off')
  await page.focus('#field')
  await page.keyboard.press('Escape')
  await page.evaluate(() => {
    ;(document.activeElement as HTMLElement).blur()
    addEventListener('keydown', () => document.getElementById('box')?.classList.toggle('closed'), {
      once: true,
    })
  })
  await page.keyboard.press('Escape')
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await heard()).toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(heard).toEqual([{ answer: 'dismiss' }])
})

test('the page can neither read, press nor name it', async () => {
  await open('<p>Text</p>')
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(globalThis, { seen })
    const types =
      'toggle beforetoggle transitionrun transitionend animationstart animationend finish message focus'
    for (const type of types.split(' ')) addEventListener(type, event => seen.push(event.type), true)
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (init) {
      seen.push('attachShadow')
      return attach.call(this, init)
    }
  })
  await showIn(luwte, page, VIEWS.nudge)
  await hasButtons('Rest', 'Later', 'Off')
  const found = await page.evaluate(() => {
    const host = document.documentElement.lastElementChild as HTMLElement
    for (const type of ['click', 'pointerdown', 'mousedown', 'keydown', 'toggle']) {
      host.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }))
    }
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    host.click()
    host.focus()
    return {
      name: host.localName,
      attributes: host.getAttributeNames(),
      root: host.shadowRoot,
      text: host.textContent + host.innerText,
      animations: document.getAnimations().length,
      globals: Object.keys(globalThis).filter(key => /luwte|nudge|pacing/i.test(key)),
      seen: (globalThis as unknown as { seen: string[] }).seen.filter(type => !/toggle/.test(type)),
    }
  })
  expect(found).toEqual({
    name: 'div',
    attributes: ['popover', 'style'],
    root: null,
    text: '',
    animations: 0,
    globals: [],
    seen: [],
  })
  expect(await html()).not.toMatch(/luwte|nudge|pacing|your block/i)
  await hasButtons('Rest', 'Later', 'Off')
  expect(await heard()).toEqual([])
})

test('stands over the page whatever it does: strict policy, reset styles, dialogs, a rewritten document', async () => {
  await open(
    `<style>*{all:unset!important;opacity:0!important;transition:none!important;animation:none!important}</style>
     <dialog id="d"><button>Inside</button></dialog>`,
    { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" },
  )
  await showIn(luwte, page, VIEWS.nudge)
  await hasButtons('Inside', 'Rest', 'Later', 'Off')
  const boxes = await withinCard(page)
  const isHit = () =>
    page.evaluate(([x, y]) => {
      const hit = document.elementFromPoint(x, y)
      return hit?.localName === 'div' && hit.textContent === ''
    }, centre(boxes[0]))
  await expect.poll(isHit, { timeout: 10_000 }).toBe(true)

  await page.evaluate(() => document.querySelector('dialog')?.showModal())
  await expect.poll(isHit).toBe(true)
  await hasButtons('Inside', 'Rest', 'Later', 'Off')
  await page.evaluate(() => document.querySelector('dialog')?.close())
  await expect.poll(isHit).toBe(true)
  await page.evaluate(() => {
    const cover = document.createElement('div')
    cover.popover = 'manual'
    cover.textContent = 'Cover'
    cover.style.cssText = 'position:fixed!important;inset:0!important;display:block!important'
    document.body.append(cover)
    cover.showPopover()
  })
  await expect.poll(isHit).toBe(true)

  // Before the next paint, so that it does not flash.
  const back = await page.evaluate(async () => {
    const host = document.documentElement.lastElementChild as HTMLElement
    host.remove()
    await Promise.resolve()
    const returned = host.isConnected && host.matches(':popover-open')
    host.style.cssText = 'display:none!important'
    host.setAttribute('inert', '')
    // Once more in the same frame, and still before its paint.
    await new Promise(requestAnimationFrame)
    return { returned, display: getComputedStyle(host).display, inert: host.inert }
  })
  expect(back).toEqual({ returned: true, display: 'flex', inert: false })
  await page.evaluate(() => document.documentElement.replaceChildren(document.createElement('body')))
  await hasButtons('Rest', 'Later', 'Off')
  expect(await withinCard(page)).toEqual(boxes)
})

test('a page that removes it every time is not frozen', async () => {
  await open('<p>Text</p>')
  await page.evaluate(() => {
    new MutationObserver(() => document.querySelector('html>div')?.remove()).observe(document, {
      childList: true,
      subtree: true,
    })
  })
  await showIn(luwte, page, VIEWS.nudge)
  expect(await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 200, 'alive')))).toBe('alive')
  await showIn(luwte, page, null)
  await expect.poll(html).not.toContain('popover')
})

test('stays whole in the smallest window and in large text', async () => {
  await open(TEXT)
  // 200 % of the browser's zoom halves the view.
  for (const view of [
    { width: 320, height: 256 },
    { width: 640, height: 360 },
  ]) {
    await page.setViewportSize(view)
    await showIn(luwte, page, VIEWS.limit)
    await hasButtons('Leave', 'A little longer', 'Off')
    for (const { x, y, width, height } of await withinCard(page)) {
      expect(x).toBeGreaterThanOrEqual(0)
      expect(y).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(view.width)
      expect(y + height).toBeLessThanOrEqual(view.height)
    }
  }
})

test('reports typing, the end of the page and full screen while asked, and nothing else', async () => {
  await open(`<input id="field"><button id="full">Full</button>${TEXT}`)
  await page.evaluate(() => {
    const full = document.getElementById('full')
    if (full) full.onclick = () => document.documentElement.requestFullscreen()
  })
  await tellPage(luwte, page, { name: 'pacing.watch', on: true })
  await page.focus('#field')
  await page.keyboard.type('quick words')
  await expect.poll(heard).toEqual([{ kind: 'typing' }])
  await page.evaluate(() => scrollTo({ top: 1e6, behavior: 'instant' }))
  await expect.poll(heard).toEqual([{ kind: 'typing' }, { kind: 'breakpoint' }])
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await page.click('#full')
  await expect.poll(async () => (await heard()).at(-1)).toEqual({ kind: 'fullscreen', on: true })
  await page.evaluate(() => document.exitFullscreen())
  await expect.poll(async () => (await heard()).at(-1)).toEqual({ kind: 'fullscreen', on: false })
  const told = await heard()
  await tellPage(luwte, page, { name: 'pacing.watch', on: false })
  await page.focus('#field')
  await page.keyboard.type('more')
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await heard()).toEqual(told)
})

const centre = (box?: { x: number; y: number; width: number; height: number }): [number, number] => {
  if (!box) throw new Error('no box')
  return [box.x + box.width / 2, box.y + box.height / 2]
}
