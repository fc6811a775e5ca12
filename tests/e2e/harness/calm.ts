import type { Page } from 'playwright-core'
import { LEVEL_DEFAULTS } from '../../../utils/calm/levels'
import type { ChromiumWithLuwte } from './chromium'

/** Turns calm mode on for the page's site through the popup, and the knob to a level where one is given. */
export async function turnCalmOn(luwte: ChromiumWithLuwte, page: Page, level?: 1 | 2 | 3 | 4): Promise<void> {
  const popup = await luwte.openPopupFor(page)
  await popup.getByRole('switch', { name: 'Calm mode' }).check()
  await untilDimmed(page)
  if (level) {
    await popup.getByRole('slider', { name: 'Calm level' }).fill(String(level))
    const light = `brightness(${LEVEL_DEFAULTS[level].brightness / 100})`
    await page.waitForFunction(
      light => getComputedStyle(document.documentElement).filter.includes(light),
      light,
    )
  }
  await popup.close()
}

/** Turns calm mode off for the page's site through the popup. */
export async function turnCalmOff(luwte: ChromiumWithLuwte, page: Page): Promise<void> {
  const popup = await luwte.openPopupFor(page)
  await popup.getByRole('switch', { name: 'Calm mode' }).uncheck()
  await untilBare(page)
  await popup.close()
}

/** The page's filter as its own scripts can measure it: `none` where Luwte does nothing. */
export function filterOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).filter)
}

/** @throws when the page does not come to be dimmed. */
export async function untilDimmed(page: Page): Promise<void> {
  await page.waitForFunction(() => getComputedStyle(document.documentElement).filter !== 'none')
}

/** Waits until nothing of calm mode is left. @throws when something stays. */
export async function untilBare(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      getComputedStyle(document.documentElement).filter === 'none' &&
      document.adoptedStyleSheets.length === 0,
  )
}
