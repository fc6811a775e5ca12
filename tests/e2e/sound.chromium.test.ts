import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChromiumWithLuwte, launchChromium } from './harness/chromium'
import { expectSoftSound, type Heard, listenIn } from './harness/sound'

let luwte: ChromiumWithLuwte

beforeAll(async () => {
  luwte = await launchChromium()
})
afterAll(() => luwte?.close())

test('the document that sounds plays one soft tone, and closes', async () => {
  const page = await luwte.newPage()
  await page.addInitScript(listenIn as () => void)
  await page.goto(`chrome-extension://${luwte.extensionId}/sound.html`)
  const heard = () => page.evaluate(() => (globalThis as unknown as { heard: Heard }).heard)
  await expect.poll(async () => (await heard()).closed, { timeout: 20_000 }).toBe(true)
  expectSoftSound((await heard()).peaks)
})
