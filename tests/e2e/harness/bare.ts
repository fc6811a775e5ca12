import { type Browser as Chromium, chromium } from 'playwright-core'
import puppeteer, { type Browser as Firefox } from 'puppeteer-core'
import { findChromium, findFirefox } from '../../../scripts/browsers'

/**
 * Starts a Chromium-based browser without Luwte.
 * @throws when none is there.
 */
export async function launchBareChromium(): Promise<Chromium> {
  const browser = await findChromium()
  if (!browser) throw new Error('no Chromium-based browser found: install one or set CHROMIUM to its path')
  return chromium.launch({
    executablePath: browser.executablePath,
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
}

/**
 * Starts Firefox without Luwte.
 * @throws when it is not there.
 */
export async function launchBareFirefox(): Promise<Firefox> {
  const firefox = await findFirefox()
  if (!firefox) throw new Error('no Firefox found: install it or set FIREFOX to its path')
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: firefox.executablePath,
    defaultViewport: { width: 1280, height: 720 },
  })
}
