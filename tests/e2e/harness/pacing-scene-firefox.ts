import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from './firefox'
import { drivePacing, type PacingDriver } from './pacing'
import { READING } from './pacing-scene'
import { type Site, startSite } from './site'

/** A page in front, and the driver in a tab behind it, in Firefox. */
class FirefoxPacingScene {
  luwte!: FirefoxWithLuwte
  page!: Page
  behind!: Page
  pacing!: PacingDriver
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

  pageOn(host: 'site-a.test' | 'site-b.test'): string {
    if (!this.site) throw new Error('the scene has not begun')
    return this.site.onHost(this.site.page(READING), host)
  }

  private async open(): Promise<void> {
    this.luwte = await launchFirefox({ userDataDir: this.profile })
    this.page = await this.luwte.newPage(this.pageOn('site-a.test'))
    const tabId = await this.luwte.tabId(this.page)
    this.behind = await this.luwte.openExtensionPage(`popup.html?tab=${tabId}`)
    await this.page.bringToFront()
    // Puppeteer's own type unwraps handles, of which there are none here.
    const evaluate = <A, R>(run: (given: A) => R | Promise<R>, given: A): Promise<R> =>
      this.behind.evaluate(run as never, given) as Promise<R>
    this.pacing = drivePacing({ evaluate }, tabId)
  }
}

/** Gives a file one scene for all of its tests: Firefox takes long to start. */
export function openFirefoxPacing(): FirefoxPacingScene {
  const scene = new FirefoxPacingScene()
  beforeAll(() => scene.begin())
  afterAll(() => scene.end())
  return scene
}
