import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { faultsOf } from './harness/axe'
import { COLOURS, EVERY_RULE } from './harness/axe-rules'
import { filterOf, untilDimmed } from './harness/calm'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { drivePacing } from './harness/pacing'
import { forgetSettings } from './harness/settings'
import { type Site, startSite } from './harness/site'

let site: Site
let luwte: ChromiumWithLuwte

beforeAll(async () => {
  ;[site, luwte] = await Promise.all([startSite(), launchChromium()])
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
})
beforeEach(() => forgetSettings(luwte))
afterEach(async () => {
  // One stays, or the browser would end.
  const [, ...pages] = luwte.context.pages()
  await Promise.all(pages.map(page => page.close()))
})

const open = (host: string) => luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), host))
const welcome = async () => {
  const page = await luwte.openExtensionPage('welcome.html')
  await page.getByRole('heading', { name: 'How calm?' }).waitFor()
  return page
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const press = (page: Page, name: string) => button(page, name).click()
const reaches = (page: Page, heading: string) => page.locator('h1:focus', { hasText: heading }).waitFor()
const isInFront = (page: Page) => page.evaluate(() => document.visibilityState === 'visible')

test('one press leads to the page the person came from, calm; two more to a running block', async () => {
  const page = await open('site-a.test')
  const first = await welcome()
  await button(first, 'Go to site-a.test in calm mode').waitFor()
  expect(await filterOf(page)).toBe('none')
  const closed = first.waitForEvent('close')
  await press(first, 'Go to site-a.test in calm mode')
  await closed
  await untilDimmed(page)
  await expect.poll(() => isInFront(page)).toBe(true)
  const popup = await luwte.openPopupFor(page)
  await press(popup, 'Start pacing')
  await popup.getByText('A block is under way.').waitFor()
  await press(popup, 'Stop')
  await popup.close()
  await page.close()
})

test('a page that is opened after the welcome is one to go to', async () => {
  const first = await welcome()
  await button(first, 'Skip the other questions').waitFor()
  const page = await open('site-b.test')
  await button(first, 'Go to site-b.test in calm mode').waitFor()
  await page.close()
  await button(first, 'Skip the other questions').waitFor()
  await first.close()
})

test('each screen asks one thing, which acts at once', async () => {
  const other = await open('site-b.test')
  const page = await welcome()
  const sampleLight = () => page.locator('iframe').evaluate(frame => (frame as HTMLElement).style.filter)
  await page.getByRole('slider', { name: 'Calm level' }).fill('4')
  await expect.poll(sampleLight).toContain('brightness(50%)')

  await press(page, 'Next')
  await reaches(page, 'Where?')
  expect(await page.getByRole('radio', { name: 'Site by site' }).isChecked()).toBe(true)
  await page.getByRole('radio', { name: 'Everywhere' }).check()
  await untilDimmed(other)

  await press(page, 'Next')
  await reaches(page, 'Block and rest')
  const pacing = drivePacing(page, await luwte.tabId(page))
  await page.getByRole('radio', { name: 'Low', exact: true }).check()
  await page.getByText('In minutes: read 10, rest 10.').waitFor()
  expect(await page.getByRole('button').count()).toBe(3)
  expect(await pacing.state()).toMatchObject({ phase: 'off', energy: 'low' })

  await press(page, 'Next')
  await reaches(page, 'What does not suit you?')
  await page.getByRole('checkbox', { name: 'Effort makes me worse later (PEM)' }).check()
  expect(await button(page, 'Next').count()).toBe(0)
  await press(page, 'Back to the question before')
  await reaches(page, 'Block and rest')
  const stored = () => pacing.ask('settings.state', {}).then(({ own }) => own)
  await expect.poll(stored).toMatchObject({
    'calm/level': 4,
    'calm/everywhere': true,
    'pacing/pem': true,
  })
  await page.close()
  await other.close()
})

test('with no page to go to it says how to go on, and nothing was changed', async () => {
  const page = await welcome()
  await press(page, 'Skip the other questions')
  await reaches(page, 'What does not suit you?')
  await page.getByText('Open a page and press Luwte’s icon.').waitFor()
  const { own } = await drivePacing(page, 0).ask('settings.state', {})
  expect(own).toEqual({})
  const closed = page.waitForEvent('close')
  await press(page, 'Close this page')
  await closed
})

test.each(['en', 'nl'])(
  'no screen has a fault that axe finds, and each fits a narrow view, in %s',
  async language => {
    const page = await luwte.newPage()
    await page.addInitScript(language => {
      Object.defineProperty(navigator, 'languages', { get: () => [language] })
    }, language)
    await page.setViewportSize({ width: 360, height: 640 })
    await page.goto(`chrome-extension://${luwte.extensionId}/welcome.html`)
    await page.frameLocator('iframe').locator('img').waitFor()
    const screens = 4
    for (let screen = 1; screen <= screens; screen++) {
      await page.locator('h1').waitFor()
      for (const scheme of ['dark', 'light']) {
        await page.evaluate(scheme => document.documentElement.setAttribute('data-scheme', scheme), scheme)
        expect(
          await faultsOf(page, scheme === 'dark' ? EVERY_RULE : COLOURS),
          `${screen}, ${scheme}`,
        ).toEqual([])
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
      if (screen < screens) await page.locator('.ways-on button').first().click()
    }
    await page.close()
  },
)
