import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { turnCalmOff, turnCalmOn } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { differingShare, meanLuminance } from './harness/pixels'
import { brightestLuminance, startScreencast } from './harness/screencast'
import { type Site, startSite } from './harness/site'

const WHITE =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"><rect width="99" height="99" fill="white"/></svg>'
const FULL =
  'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;margin:0;border:0;padding:0;background:#fff'
/** A white page at level 3 (65 % of its light) is at most this bright: relative luminance is not linear in light. */
const DIMMED_WHITE = 0.45

let luwte: ChromiumWithLuwte
let site: Site

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
  const page = await calmPage('<p>Words</p>')
  await turnCalmOn(luwte, page, 3)
  await page.close()
})

afterAll(() => Promise.all([luwte.close(), site.close()]))

/** A page on a host that is calm at level 3, with that HTML. */
async function calmPage(html: string): Promise<Page> {
  const page = await luwte.newPage(site.onHost(site.page(`<!doctype html>${html}`), 'site-a.test'))
  return page
}

async function luminance(page: Page): Promise<number> {
  return meanLuminance(await luwte.settle(page))
}

test('turning calm mode on and off leaves the page as it was, DOM and picture', async () => {
  const html = `<!doctype html><body style="background:#fff"><h1>Title</h1><p style="font-size:14px">Words</p>`
  const page = await luwte.newPage(site.onHost(site.page(html), 'site-b.test'))
  const tree = await page.evaluate(() => document.documentElement.outerHTML)
  const before = await luwte.settle(page)
  await turnCalmOn(luwte, page, 3)
  const calm = await luwte.settle(page)
  expect(meanLuminance(before)).toBeGreaterThan(0.9)
  expect(meanLuminance(calm)).toBeLessThan(DIMMED_WHITE)
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(tree)
  await turnCalmOff(luwte, page)
  expect(differingShare(before, await luwte.settle(page))).toBe(0)
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(tree)
  await page.close()
})

describe('everything white is dimmed', () => {
  test.each([
    ['the canvas behind a short page', '<p>Short</p>', ''],
    [
      'the canvas behind a picture that is not there',
      '<body style="background-image:url(/gone.png)"><p>Short</p>',
      '',
    ],
    [
      'the canvas under a root with a picture',
      '<html style="background-image:url(/gone.png)"><p>Short</p>',
      '',
    ],
    ['a picture', `<img alt="" src='${WHITE}' style="${FULL}">`, ''],
    ['a frame', `<iframe style="${FULL}" srcdoc="<body style='background:#fff'>"></iframe>`, ''],
    [
      'a modal dialog',
      `<dialog style="${FULL}">Words</dialog>`,
      'document.querySelector("dialog").showModal()',
    ],
    [
      'a popover',
      `<div popover style="${FULL}">Words</div>`,
      'document.querySelector("[popover]").showPopover()',
    ],
    [
      'a white backdrop',
      '<style>::backdrop{background:#fff}</style><dialog>Words</dialog>',
      'document.querySelector("dialog").showModal()',
    ],
    [
      'a dialog in a closed shadow root',
      '',
      `const box = document.createElement("x-box")
       const root = box.attachShadow({ mode: "closed" })
       root.innerHTML = '<dialog style="${FULL}">Words</dialog>'
       document.body.append(box)
       root.firstChild.showModal()`,
    ],
    [
      'a full-screen element',
      `<div style="background:#fff">Words</div>`,
      'document.querySelector("div").requestFullscreen()',
    ],
  ])('%s', async (_, html, script) => {
    const page = await calmPage(`${html}<script>addEventListener('click', () => { ${script} })</script>`)
    await page.mouse.click(600, 400)
    expect(await luminance(page)).toBeLessThan(DIMMED_WHITE)
    await page.close()
  })
})

test.each([
  ['its body', `document.body.style.background = '#123'`],
  [
    'a late style sheet',
    `document.head.insertAdjacentHTML('beforeend', '<style>body{background:#123}</style>')`,
  ],
])('a background that %s gets late covers the whole canvas', async (_, script) => {
  const page = await calmPage('<p>Short</p>')
  await page.evaluate(script)
  const corner = { x: 1000, y: 600, width: 50, height: 50 }
  await expect.poll(async () => meanLuminance(await page.screenshot({ clip: corner }))).toBeLessThan(0.02)
  await page.close()
})

test('fixed and sticky things keep their places while scrolling, and clicks and selection work', async () => {
  const page =
    await calmPage(`<body style="height:5000px;margin:0"><nav style="position:fixed;top:7px;left:9px">Fixed</nav>
    <div style="height:50px"></div><h2 style="position:sticky;top:40px">Sticky</h2><p>Words to select</p>
    <button style="position:fixed;bottom:0" onclick="document.title='clicked'">Press</button>`)
  await page.evaluate(() => scrollTo(0, 900))
  const tops = () =>
    page.evaluate(() => ['nav', 'h2'].map(tag => document.querySelector(tag)?.getBoundingClientRect().top))
  expect(await tops()).toEqual([7, 40])
  await page.getByRole('button').click()
  expect(await page.title()).toBe('clicked')
  await page.evaluate(() => scrollTo(0, 0))
  await page.getByText('Words to select').dblclick({ position: { x: 5, y: 10 } })
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe('Words')
  await page.close()
})

test('print is not dimmed', async () => {
  const page = await calmPage('<p>Words</p>')
  await page.emulateMedia({ media: 'print' })
  expect(await luminance(page)).toBeGreaterThan(0.9)
  await page.close()
})

test('a picture is darker than the page until it is pointed at or focused', async () => {
  const page = await calmPage(
    `<body style="margin:0;background:#fff"><a href="#"><img alt="white" src='${WHITE}' style="width:200px;height:200px"></a>`,
  )
  const picture = async () => {
    const clip = { x: 0, y: 0, width: 100, height: 100 }
    return meanLuminance(await page.screenshot({ clip }))
  }
  const resting = await picture()
  await page.mouse.move(50, 50)
  const pointedAt = await picture()
  await page.mouse.move(900, 500)
  expect(await picture()).toBeCloseTo(resting, 3)
  await page.keyboard.press('Tab')
  const focused = await picture()
  expect(resting).toBeLessThan(pointedAt * 0.8)
  expect(focused).toBeCloseTo(pointedAt, 1)
  await page.close()
})

const JAVASCRIPT_HEAVY = `<body></body><script>
  const until = performance.now() + 400
  while (performance.now() < until);
  document.body.innerHTML = '<div style="background:#fff;height:100vh">Made by script</div>'
  requestAnimationFrame(() => document.body.insertAdjacentHTML('beforeend', '<div style="background:#fff">More</div>'))
</script>`

describe.each(['light', 'dark'] as const)('in a %s browser', colorScheme => {
  test.each([
    ['a white page', '<body style="background:#fff"><p>White</p>'],
    ['a page without a background', '<p>No background</p>'],
    ['a page made by script', JAVASCRIPT_HEAVY],
  ])('no frame of %s is painted bright, on load or on navigation', async (_, html) => {
    const page = await calmPage('<body style="background:#fff"><p>The page before</p>')
    await page.emulateMedia({ colorScheme })
    const next = site.onHost(site.page(`<!doctype html>${html}`, { delayMs: 300 }), 'site-a.test')
    await luwte.settle(page)
    const screencast = await startScreencast(page)
    await page.goto(next)
    await page.reload()
    await page.goto(site.onHost(next, 'sub.site-a.test'))
    await luwte.settle(page)
    const frames = await screencast.stop()
    expect(frames.length).toBeGreaterThan(2)
    expect(brightestLuminance(frames)).toBeLessThan(DIMMED_WHITE)
    await page.close()
  })
})
