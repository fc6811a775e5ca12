import { resolve } from 'node:path'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll } from 'vitest'
import { type FirefoxWithLuwte, launchFirefox } from '../harness/firefox'
import { loadOwnPage } from '../harness/firefox-load'
import { type OpeningStage, removeBuild, testOpening, watchedBuild } from '../harness/opening'
import { type Site, startSite } from '../harness/site'

let site: Site
let build: string
let luwte: FirefoxWithLuwte
let stage: OpeningStage

/** Pages of the two browsers differ in their types alone. */
const own = (page: Page) => page as unknown as OpeningStage['own']

beforeAll(async () => {
  build = await watchedBuild(resolve('.output/firefox-mv3-e2e'))
  ;[site, luwte] = await Promise.all([startSite(), launchFirefox({ build })])
  const options = await luwte.openExtensionPage('options.html')
  const page = await luwte.newPage(site.onHost(site.page('<!doctype html><p>Words'), 'site-a.test'))
  const tabId = await luwte.tabId(page)
  stage = {
    own: own(options),
    tabId,
    stopBackground: luwte.stopBackground,
    openPopup: async address =>
      own(await loadOwnPage(await luwte.browser.newPage({ type: 'window' }), address)),
  }
})
afterAll(async () => {
  await luwte?.close()
  await site?.close()
  await removeBuild(build)
})

testOpening(() => stage)
