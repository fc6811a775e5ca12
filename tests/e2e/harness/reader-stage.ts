import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { type ChromiumWithLuwte, launchChromium } from './chromium'
import { openReaderFor, visibleTabs } from './reader'
import { forgetSettings } from './settings'
import { type Site, startSite } from './site'

/** What the tests of one file share: a browser, a site, and the page and the reader that are open. */
export interface ReaderStage {
  site: Site
  luwte: ChromiumWithLuwte
  page: Page
  reader: Page
  /** Opens a page and the reader for it. */
  read(html: string): Promise<void>
  /** Opens the page's reader. */
  openReader(): Promise<void>
  /** A button of the reader. */
  button(name: string): Locator
  /** Waits until a page is the visible tab of its window. */
  inFront(page: Page): Promise<void>
  /** Does something while the reader's controls are open. */
  change(act: () => Promise<void>): Promise<void>
}

/** With time for a slow machine. */
export const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: 15_000 })

/** Call it at the top of a file of tests: before them it starts all this, and after each of them it closes and forgets. */
export function readerStage(): ReaderStage {
  const stage = {
    async read(html) {
      stage.page = await stage.luwte.newPage(stage.site.onHost(stage.site.page(html), 'site-a.test'))
      await stage.openReader()
    },
    async openReader() {
      stage.reader = await openReaderFor(stage.luwte, stage.page)
    },
    button: name => stage.reader.getByRole('button', { name, exact: true }),
    inFront: page => eventually(() => visibleTabs(stage.luwte)).toContain(page.url()),
    async change(act) {
      await stage.button('Change').click()
      await act()
      await stage.button('Change').click()
    },
  } as ReaderStage
  beforeAll(async () => {
    ;[stage.site, stage.luwte] = await Promise.all([startSite(), launchChromium()])
  })
  afterEach(async () => {
    await forgetSettings(stage.luwte)
    // One stays, or the browser would end.
    const [, ...pages] = stage.luwte?.context.pages() ?? []
    await Promise.all(pages.map(open => open.close()))
  })
  afterAll(async () => {
    await stage.luwte?.close()
    await stage.site?.close()
  })
  return stage
}
