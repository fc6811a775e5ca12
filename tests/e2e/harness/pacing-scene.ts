import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { type ChromiumWithLuwte, launchChromium } from './chromium'
import { hasten } from './nudges'
import { drivePacing, forgetAll, type PacingDriver, SECOND } from './pacing'
import { type Site, startSite } from './site'

/** A page with something to read, to write in and to watch. */
export const READING = `<!doctype html><title>Reading</title><h1>Reading</h1><textarea></textarea>
<video src="/demo/promo.webm" preload="none" loop muted width="320"></video>`
/** What is said of real time that passes while a test drives the clock. */
export const COUNT_SLACK = 10 * SECOND

/** A page in front, and the driver in a tab behind it. */
class PacingScene {
  luwte!: ChromiumWithLuwte
  page!: Page
  behind!: Page
  pacing!: PacingDriver
  /** When the test began, in milliseconds. */
  started = Date.now()
  private site?: Site
  private profile = ''

  async begin(): Promise<void> {
    this.profile = await mkdtemp(join(tmpdir(), 'luwte-pacing-'))
    this.site = await startSite()
    await this.open()
  }

  async end(): Promise<void> {
    await this.luwte?.close()
    await this.site?.close()
    await rm(this.profile, { recursive: true, force: true })
  }

  /** The browser closed and started again, with what it kept. */
  async reopen(): Promise<void> {
    await this.luwte.close()
    await this.open()
  }

  /** As it was in the beginning, with nothing kept: what was stored goes, and the background that knew it. */
  async renew(): Promise<void> {
    for (const page of this.luwte.context.pages()) {
      if (page !== this.page && page !== this.behind && page.url() !== 'about:blank') await page.close()
    }
    await this.luwte.stopWorker()
    await this.behind.evaluate(forgetAll)
    await this.luwte.stopWorker()
    await Promise.all([this.page.goto(this.pageOn('site-a.test')), this.behind.reload()])
    await this.page.bringToFront()
    await hasten(this.page, 40)
  }

  pageOn(host: 'site-a.test' | 'site-b.test'): string {
    if (!this.site) throw new Error('the scene has not begun')
    return this.site.onHost(this.site.page(READING), host)
  }

  async tabId(): Promise<number> {
    return (await this.pacing.state()).tabId
  }

  private async open(): Promise<void> {
    this.luwte = await launchChromium({ userDataDir: this.profile })
    this.page = await this.luwte.newPage(this.pageOn('site-a.test'))
    const tabId = await this.luwte.tabId(this.page)
    this.behind = await this.luwte.openExtensionPage(`popup.html?tab=${tabId}`)
    await this.page.bringToFront()
    // How fast surfaces fade is seen elsewhere.
    await hasten(this.page, 40)
    this.pacing = drivePacing(this.behind, tabId)
  }
}

/** Gives a file one scene, which is as in the beginning for each of its tests. */
export function openPacing(): PacingScene {
  const scene = new PacingScene()
  beforeAll(() => scene.begin())
  beforeEach(() => {
    scene.started = Date.now()
  })
  afterEach(() => scene.renew())
  afterAll(() => scene.end())
  return scene
}

/** What is counted is what passed on the driven clock, and at most what has really passed since the test began. */
export async function expectCounted(scene: PacingScene, expected: Record<string, number>): Promise<void> {
  // A window that opens has no site for a moment.
  const { '': opening = 0, ...counted } = await scene.pacing.counted()
  const passed = Date.now() - scene.started
  expect(opening).toBeLessThan(SECOND)
  expect(Object.keys(counted).sort()).toEqual(Object.keys(expected).sort())
  for (const [name, ms] of Object.entries(expected)) {
    expect(counted[name]).toBeGreaterThanOrEqual(ms)
    expect(counted[name]).toBeLessThan(ms + passed)
  }
}
